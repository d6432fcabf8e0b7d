import { startEndpoint } from './endpoint/server.ts'
import { loadVendor } from './specs/vendors/load-vendor.ts'
import { loadScenarios } from './suites/runner/load-scenarios.ts'
import { askerOf, askServer, judgeAll } from './harness/selftest/ask-server.ts'
const vendor = await loadVendor(process.argv[2] as 'aws')
const asker = askerOf(vendor, await loadScenarios())
const t = process.cpuUsage()
const endpoint = await startEndpoint(asker.vendor, { port: 0, clock: Date.now, pause: (ms: number) => new Promise((r) => setTimeout(r, ms)), random: Math.random } as never)
const judged = await askServer(asker, endpoint, judgeAll)
const u = process.cpuUsage(t)
console.log(judged.length, judged.filter((c) => c.verdict === 'fail').length, (u.user + u.system) / 1e6)
