import { loadVariants } from './endpoint/variant-kit/load-variants.ts'
import { loadVendor } from './specs/vendors/load-vendor.ts'
import { loadScenarios } from './suites/runner/load-scenarios.ts'
import { askerOf } from './harness/selftest/ask-server.ts'
import { askVariant } from './harness/selftest/ask-variant.ts'
import { tryHonest } from './harness/selftest/try-honest.ts'

const [id, out, ...names] = process.argv.slice(2)
const vendor = await loadVendor(id as 'aws')
const asker = askerOf(vendor, await loadScenarios())
const { quiet } = await tryHonest(asker)
for (const variant of await loadVariants()) {
  if (names.length > 0 && !names.includes(variant.name)) continue
  if (variant.evidence[id as 'aws'] === undefined) continue
  process.env['ORACLE_DEBUG'] = `${out}/${id}-${variant.name}.ndjson`
  const t = Date.now()
  const r = await askVariant({ asker, variant, quiet, faults: [], most: 0 })
  console.log(variant.name, r.asked, Date.now() - t, JSON.stringify({ ...r, trials: undefined, quiet: undefined }).slice(0, 300))
}
