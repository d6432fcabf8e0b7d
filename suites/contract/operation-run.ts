import type { CaseContext } from '../case/case-context.ts'
import type { ContractValidator } from '../client/contract-validator.ts'
import { openCallLog, type CallLog } from './call-log.ts'
import type { OperationPlan } from './plan.ts'
import { openPrerequisites } from './prerequisites.ts'
import { namedValues } from './random-values.ts'
import { requestBuilder, type RequestBuilder } from './request-builder.ts'

/** In the case's own organization, or in another one where that costs nothing. */
export type Where = 'case organization' | 'new organization'

/** One operation that is being asked on a target. */
export interface OperationRun {
  readonly plan: OperationPlan
  readonly context: CaseContext
  readonly calls: CallLog
  readonly validator: ContractValidator
  /** a builder for prerequisites that no request has touched */
  readonly newBuilder: (where: Where) => Promise<RequestBuilder>
  /** the same for a write; reads share one builder, since they leave nothing behind */
  readonly builder: (where: Where) => Promise<RequestBuilder>
  /** takes back whatever the case has made, of a read, too; a builder for what is made after that */
  readonly anew: () => Promise<RequestBuilder>
}

/** Opens the run of an operation; nothing is sent yet. */
export function openOperationRun(
  plan: OperationPlan,
  context: CaseContext,
  validator: ContractValidator,
): OperationRun {
  const newBuilder = newBuilders(plan, context)
  let shared: Promise<RequestBuilder> | undefined
  const sharing = () => (shared ??= newBuilder('case organization'))
  const builder = plan.template.writes ? newBuilder : sharing
  const anew = async (): Promise<RequestBuilder> => {
    await context.actors.restore()
    shared = undefined
    return builder('new organization')
  }
  return { plan, context, validator, newBuilder, builder, anew, calls: openCallLog(plan, context) }
}

/** In a given organization, whatever the builder before has left is taken back first. */
const newBuilders = (plan: OperationPlan, context: CaseContext): OperationRun['newBuilder'] => {
  const { fields, template } = plan
  const random = namedValues(context.seed)
  // a list can be asked for although nothing is in it
  const sparse = plan.operation.pagination !== undefined
  let opened = false
  return async (where) => {
    if (opened && template.writes) await context.actors.restore()
    opened = true
    const fresh = where === 'new organization'
    const prerequisites = openPrerequisites(context, template, { fresh, sparse })
    return requestBuilder({ fields, template, prerequisites, random })
  }
}
