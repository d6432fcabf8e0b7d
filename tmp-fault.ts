import { startEndpoint } from './endpoint/server.ts'
import { loadVendor } from './specs/vendors/load-vendor.ts'
import { loadScenarios } from './suites/runner/load-scenarios.ts'
import { askerOf, askServer, judgeAll } from './harness/selftest/ask-server.ts'
const vendor = await loadVendor('aws')
const asker = askerOf(vendor, await loadScenarios())
const fault = { name: 'x', description: 'x', breaks: {}, alter: ({ write }: any) => ({ write: (o: any, h: any) => h.operation === 'ListDelegatedAdministrators' ? JSON.parse(JSON.stringify(write(o, h)).replaceAll(':account/', ':root/')) : h.operation === 'CreateOrganization' ? { ...write(o, h), Organization: { ...write(o, h).Organization, Id: 'O-ABC' } } : write(o, h) }) }
const endpoint = await startEndpoint(asker.vendor, { port: 0, clock: Date.now, pause: (ms: number) => new Promise((r) => setTimeout(r, ms)), random: Math.random, fault } as never)
const judged = await askServer({ ...asker, selected: (c: any) => /delegate-bounds|^model\//.test(c.id) }, endpoint, judgeAll)
for (const c of judged.filter((c) => c.verdict === 'fail' || c.verdict==='warn')) console.log(c.id, c.verdict, c.reason)
for (const c of judged.filter((c) => /model.aws.(ListDelegatedAdm|CreateOrganization\/)/.test(c.id))) console.log(c.id, c.verdict, c.reason)
console.log(judged.filter(c => /delegate-bounds/.test(c.id)).map(c => c.id + ' ' + c.verdict + ' ' + c.reason).slice(0, 3))
