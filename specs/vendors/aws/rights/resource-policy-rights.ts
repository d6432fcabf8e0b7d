import type { Json } from '../../../contract/json.ts'
import type { Inside, Right } from '../../../model/decision.ts'
import { requestOf, type Request } from './request.ts'
import { concerns, covers, statementsOf, type Covered } from './statement.ts'

/**
 * What the resource policy of an organization says of a command of a member: it denies if any statement denies any part
 * of it, and grants it only whole. Nothing where it does not speak of it.
 */
export function resourcePolicyRights(inside: Inside, operation: string): Right | undefined {
  const { caller, organization } = inside
  if (organization.resourcePolicy === undefined) return undefined
  const document = JSON.parse(organization.resourcePolicy.content) as Json
  const own = statementsOf(document).filter((statement) => concerns(statement, caller.id))
  if (own.length === 0) return undefined
  const parts = partsOf(requestOf(inside, operation))
  const saying = (effect: string, part: Covered): boolean =>
    own.some((one) => one['Effect'] === effect && covers(one, part))
  if (parts.some((part) => saying('Deny', part))) return 'denied'
  return parts.every((part) => saying('Allow', part)) ? 'granted' : undefined
}

const partsOf = ({ actions, resources, keys }: Request): readonly Covered[] =>
  actions.flatMap((action) => resources.map((resource) => ({ action, resource, keys })))
