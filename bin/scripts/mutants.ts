import { seedOf } from '../../suites/case/seed-of.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { askerOf } from '../../harness/selftest/ask-server.ts'
import { recordHonest } from '../../harness/mutants/honest-record.ts'
import { codeMutants } from '../../harness/mutants/mutant.ts'
import { tryMutant } from '../../harness/mutants/try-mutant.ts'
const [v, n] = [process.argv[2] as any, Number(process.argv[3])]
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000 }
let t = cpu()
const honest = await recordHonest(askerOf(await loadVendor(v), await loadScenarios()))
const { mutants, unreached } = codeMutants(honest)
console.log('recorded', cpu() - t, mutants.length, unreached.length)
const chosen = mutants.toSorted((a, b) => seedOf(1, a.id) - seedOf(1, b.id)).slice(0, n)
const count: any = {}
const slow: any[] = []
t = cpu()
for (const m of chosen) {
  const s = cpu()
  const r = await tryMutant(honest, m)
  slow.push([cpu() - s, r.notice, m.id, r.sightings.length, m.met.length])
  for (const k of [r.notice, `${m.room} ${r.notice}`, `${m.operator} ${r.notice}`]) count[k] = (count[k] ?? 0) + 1
  if (r.notice.startsWith('un')) { const x = r.sightings[0]; console.log(r.notice, m.id, m.place, '|', m.original.slice(0, 90).replaceAll(/\s+/g, ' '), '=>', m.mutated.slice(0, 90).replaceAll(/\s+/g, ' '), '|', x ? `${r.sightings.length}x ${x.case} ${x.operation} ${x.differs.join(' ')} ${x.wrong.slice(0, 60)} checks: ${x.checks.slice(0, 3).join(' ')}` : '', r.errors.slice(0, 2).join(' ')) }
}
console.log(count, 'ms', cpu() - t)
slow.sort((a, b) => b[0] - a[0]); console.log(slow.slice(0, 15))
