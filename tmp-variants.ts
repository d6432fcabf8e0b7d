import { loadVariants } from './endpoint/variant-kit/load-variants.ts'
import { loadVendor } from './specs/vendors/load-vendor.ts'
import { loadScenarios } from './suites/runner/load-scenarios.ts'
import { askerOf } from './harness/selftest/ask-server.ts'
import { askVariant } from './harness/selftest/ask-variant.ts'

const [id, of, ...names] = process.argv.slice(2)
const vendor = await loadVendor(id as 'aws')
const asker = askerOf(vendor, await loadScenarios())
let part = 0
for (const variant of await loadVariants()) {
  if (names.length > 0 && !names.includes(variant.name)) continue
  if (variant.evidence[id as 'aws'] === undefined) continue
  const t = Date.now()
  const r = await askVariant({ asker, variant, quiet: new Map(asker.cases.flatMap((c) => c.checks.map((k) => [k.id, { ...k, verdict: 'pass', exchanges: [], target: '' } as const]))), faults: [], most: 0, share: { part: part++ % Number(of), of: Number(of) } })
  console.log(variant.name, r.asked, Date.now() - t)
  for (const l of [...r.falseAlarms, ...r.undeclared].filter((x) => / model\//.test(x))) console.log('    ', l.slice(0, 400))
}
