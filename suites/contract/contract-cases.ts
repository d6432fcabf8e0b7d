import { featureOf } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Case } from '../case/case.ts'
import { contractValidator, type ContractValidator } from '../client/contract-validator.ts'
import type { Basis } from '../verdict/basis.ts'
import { planOf } from './operation-plan.ts'
import { checksOf, type OperationPlan } from './plan.ts'

/**
 * One case for every operation of a vendor's contract: each stated constraint is kept at its edge and broken
 * in every way, one fault at a time. The checks depend on the contract alone; the values that are sent, on the
 * context's seed. Operations whose case `wanted` does not name are left out: what is asked of one is much to plan.
 */
export function contractCases(
  vendor: Vendor,
  basis: (check: string) => Basis,
  wanted: (id: string) => boolean = () => true,
): readonly Case[] {
  let validator: ContractValidator | undefined
  const validate = (): ContractValidator => (validator ??= contractValidator(vendor.contract))
  return [...vendor.contract.operations.values()]
    .filter(({ name }) => wanted(caseId(vendor, name)))
    .map((operation) => caseOf(planOf(vendor, operation, basis), validate))
}

const caseId = ({ id }: Vendor, operation: string): string => `contract/${id}/${operation}`

const caseOf = (plan: OperationPlan, validator: () => ContractValidator): Case => ({
  id: caseId(plan.vendor, plan.operation.name),
  checks: checksOf(plan),
  needs: plan.verb === undefined ? [] : [featureOf(plan.vendor, plan.verb)],
  access: plan.template.writes ? 'write' : 'read',
  run: async (context) => {
    // whoever only wants to know what is asked needs nothing of how it is asked
    const { runOperation } = await import('./run-operation.ts')
    return runOperation(plan, context, validator())
  },
})
