import type { AllureSources } from '../../reports/formats/allure-result.ts'
import { claimsOf } from '../../reports/results/claims.ts'
import { curlLine } from '../../reports/results/curl.ts'
import type { TestedTarget } from './targets.ts'

/** What Allure's files say of checks and exchanges beside what the suite says, from the vendors of the run. */
export function allureSources(tested: readonly TestedTarget[]): AllureSources {
  const byTarget = new Map(
    tested.map(({ vendor, target }) => [
      target.name,
      { vendor, target, claims: claimsOf(vendor.requirements) },
    ]),
  )
  const factsOf = (name: string) => {
    const facts = byTarget.get(name)
    if (facts === undefined) throw new Error(`no target of this run is called ${name}`)
    return facts
  }
  return {
    claims: (name, check) => factsOf(name).claims(check),
    curl: (name, exchange) => {
      const { target, vendor } = factsOf(name)
      return curlLine(exchange, target, vendor.curl)
    },
  }
}
