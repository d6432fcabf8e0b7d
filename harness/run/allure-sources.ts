import type { AllureSources } from '../../reports/formats/allure-result.ts'
import { claimsOf } from '../../reports/results/claims.ts'
import { curlLine } from '../../reports/results/curl.ts'
import type { TestedTarget } from './targets.ts'

/** What Allure's reporter asks about checks and exchanges, answered by the vendors of the run. */
export function allureSources(tested: readonly TestedTarget[]): AllureSources {
  const byTarget = new Map(
    tested.map(({ vendor, target }) => [
      target.name,
      { vendor, target, claims: claimsOf(vendor.requirements) },
    ]),
  )
  const partyOf = (name: string) => {
    const party = byTarget.get(name)
    if (party === undefined) throw new Error(`no target of this run is called ${name}`)
    return party
  }
  return {
    claims: (name, check) => partyOf(name).claims(check),
    curl: (name, exchange) => {
      const { target, vendor } = partyOf(name)
      return curlLine(exchange, target, vendor.curl)
    },
  }
}
