import { featureOf } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Case } from '../case/case.ts'
import { contractValidator, type ContractValidator } from '../client/contract-validator.ts'
import type { Basis } from '../verdict/basis.ts'
import { planOf } from './operation-plan.ts'
import { checksOf, type OperationPlan } from './plan.ts'
import { runOperation } from './run-operation.ts'

/**
 * One case for every operation of a vendor's contract: each stated constraint is kept at its edge and broken
 * in every way, one fault at a time. The checks depend on the contract alone; the values that are sent, on the
 * context's seed.
 */
export function contractCases(vendor: Vendor, basis: (check: string) => Basis): readonly Case[] {
  let validator: ContractValidator | undefined
  const validate = (): ContractValidator => (validator ??= contractValidator(vendor.contract))
  return [...vendor.contract.operations.values()].map((operation) =>
    caseOf(planOf(vendor, operation, basis), validate),
  )
}

const caseOf = (plan: OperationPlan, validator: () => ContractValidator): Case => ({
  id: `contract/${plan.vendor.id}/${plan.operation.name}`,
  checks: checksOf(plan),
  needs: plan.verb === undefined ? [] : [featureOf(plan.vendor, plan.verb)],
  access: plan.template.writes ? 'write' : 'read',
  run: (context) => runOperation(plan, context, validator()),
})
