import { says } from '../../specs/vendor/features.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { sleep } from '../../suites/client/stop.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { openSession } from '../../suites/runner/session.ts'
import { decidedIn } from './decided.ts'
import { anybodyAt, seedOrganization } from './given-organization.ts'

/**
 * Says of each vendor how many of its `must` checks decide where all accounts are given, and why the others do not:
 * `npm run decided -- [VENDOR…]`
 */

const time = { now: Date.now, pause: sleep }
const scenarios = await loadScenarios()
const named = process.argv.slice(2)

for (const id of knownVendors.filter((one) => named.length === 0 || named.includes(one))) {
  const vendor = await loadVendor(id)
  if (!says(vendor, 'createOrganization')) continue
  const { url, accounts, close } = await seedOrganization(vendor, { creations: true })
  const target = { ...anybodyAt(vendor, url), accounts }
  const session = openSession({ vendor, target, scenarios, seed: 1, nonce: 77n, ...time })
  const judged = await Promise.all(session.checks.map((check) => session.judged(check.id)))
  const { must, decided, undecided } = decidedIn(judged)
  console.log(`${id}: ${decided} of ${must} (${((100 * decided) / must).toFixed(1)} %)`)
  for (const [reason, count] of undecided) console.log(`${String(count).padStart(6)}  ${reason}`)
  await session.close()
  await close()
}
