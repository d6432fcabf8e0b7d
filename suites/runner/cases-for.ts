import type { Feature } from '../../specs/vendor/feature.ts'
import { offers } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Case } from '../case/case.ts'
import { modelCases } from '../case/model-cases.ts'
import { monitoredCases } from '../case/monitored-cases.ts'
import { quotasLeaveRoom } from '../case/quotas-leave-room.ts'
import { settlesAtOnce } from '../case/settles-at-once.ts'
import { contractCases } from '../contract/contract-cases.ts'
import { scenarioCase } from '../dsl/scenario-case.ts'
import { scenarioId, type Scenario } from '../dsl/scenario.ts'
import { protocolCases } from '../protocol/protocol-cases.ts'
import { sequenceCases } from '../sequences/sequence-cases.ts'
import { basisFinder } from '../verdict/basis.ts'
import type { MayAsk } from './selection.ts'

/**
 * Every case there is for a vendor, in a stable order. Stories of what its API knows nothing of are left out;
 * what its profile declares absent stays, and says so. Cases that `mayAsk` rules out are not even made, unless one that
 * is asked comes after them.
 */
export function casesFor(
  vendor: Vendor,
  scenarios: readonly Scenario[],
  mayAsk: MayAsk = () => true,
): readonly Case[] {
  const basis = basisFinder(vendor)
  const ofEndpoint = [
    ...monitoredCases(vendor, basis),
    ...settlesAtOnce(vendor),
    ...quotasLeaveRoom(vendor),
    ...modelCases(vendor, basis),
  ].filter(({ checks }) => checks.some(({ id }) => mayAsk(id)))
  const followed = ofEndpoint.flatMap(({ after }) => after?.case ?? [])
  return [
    ...contractCases(vendor, basis, (id) => mayAsk(`${id}/`) || followed.includes(id)),
    ...(mayAsk(`protocol/${vendor.id}/`) ? protocolCases(vendor, basis) : []),
    ...scenarios
      .filter((scenario) => mayAsk(`${scenarioId(scenario)}/`))
      .filter(({ needs }) => needs.every((need) => speaksOf(vendor, need)))
      .map((scenario) => scenarioCase(scenario, vendor, basis)),
    ...sequenceCases(vendor, basis).filter(({ id }) => mayAsk(id)),
    ...ofEndpoint,
  ]
}

const speaksOf = (vendor: Vendor, feature: Feature): boolean =>
  offers(vendor, feature) || vendor.profile.absent[feature] !== undefined
