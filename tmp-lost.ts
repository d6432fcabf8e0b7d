import { startEndpoint } from './endpoint/server.ts'
import { loadVendor } from './specs/vendors/load-vendor.ts'
import { loadScenarios } from './suites/runner/load-scenarios.ts'
import { askerOf, askServer, judgeAll } from './harness/selftest/ask-server.ts'
const vendor = await loadVendor(process.argv[2] as 'aws')
const asker = askerOf(vendor, await loadScenarios())
const endpoint = await startEndpoint(asker.vendor, { port: 0, clock: Date.now, pause: (ms: number) => new Promise((r) => setTimeout(r, ms)), random: Math.random } as never)
;(globalThis as any).lost = new Map()
await askServer(asker, endpoint, judgeAll)
const m = [...(globalThis as any).lost].sort((a: any, b: any) => b[1] - a[1])
for (const [k, v] of m.slice(0, 40)) console.log(v, k)
