import { readFileSync } from 'node:fs'
import { loadVendor } from './specs/vendors/load-vendor.ts'
import { membersOf } from './suites/oracle/members.ts'
import { verbOf } from './specs/vendor/dialect.ts'
for (const id of ['aws', 'huawei', 'tencent', 'codearts'] as const) {
  const vendor = await loadVendor(id)
  const seen = new Set<string>()
  for (const line of readFileSync(`/tmp/or-${id}.ndjson`, 'utf8').split('\n').filter(Boolean)) {
    const o = JSON.parse(line)
    for (const m of o.compared) seen.add(`${o.operation}/${m}`)
  }
  let n = 0
  const un = new Map<string, string[]>()
  const all = new Set<string>()
  for (const op of vendor.contract.operations.values())
    for (const { member, citation } of membersOf(vendor.contract, op)) {
      n++
      all.add(`${op.name}/${member}`)
      if (!seen.has(`${op.name}/${member}`)) un.set(member, [...(un.get(member) ?? []), `${op.name}${citation ? '' : '!'}`])
    }
  console.log(id, n, 'not compared', un.size, 'compared but unknown', [...seen].filter((s) => !all.has(s) && !/\/(outcome|refusal)$/.test(s)).join(' '))
  for (const [m, ops] of un) console.log('   ', m, ':', ops.join(' '))
}
