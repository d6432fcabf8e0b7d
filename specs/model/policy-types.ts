import type { PolicyType, Root } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { cover } from './coverage.ts'
import { done, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { withEntry, withoutKeys } from './entries.ts'
import { showRoot } from './nodes.ts'
import { policyOf, typeOf } from './policy-of.ts'
import { nodesOf } from './tree.ts'
import { isEnabled } from './type-states.ts'
import type { OrganizationRecord } from './world.ts'

/** Switches a policy type on; the built-in policy comes back everywhere. */
export function enablePolicyType(
  situation: Inside,
  args: Args<'enablePolicyType'>,
): Decision<Root> {
  const { organization, rules, now } = situation
  const type = typeOf(situation, args.type)
  if (!type) return unknownType(args.type)
  if (args.root !== organization.root) return noRoot(args.root)
  if (organization.features !== 'all')
    return refused('policyTypeUnavailable', 'type: policies need an organization with all features')
  if (isEnabled(situation, type))
    return refused('policyTypeAlreadyEnabled', `type: ${type} policies are enabled already`)
  const next = switched(situation, type, true)
  if (rules.builtinPolicy?.type !== type) return shown(situation, next)
  return shown(situation, cover(next, rules, { nodes: nodesOf(next), since: now }))
}

/**
 * Switches a policy type off; all its policies are detached, since nothing of the type can be
 * attached any more.
 */
export function disablePolicyType(
  situation: Inside,
  args: Args<'disablePolicyType'>,
): Decision<Root> {
  const type = typeOf(situation, args.type)
  if (!type) return unknownType(args.type)
  if (args.root !== situation.organization.root) return noRoot(args.root)
  if (!isEnabled(situation, type))
    return refused('policyTypeAlreadyDisabled', `type: ${type} policies are not enabled`)
  const next = switched(situation, type, false)
  const attachments = [...next.attachments].map(([target, all]) => {
    const others = all.filter(({ policy }) => policyOf(situation, policy)?.type !== type)
    return [target, others] as const
  })
  return shown(situation, { ...next, attachments: new Map(attachments) })
}

const unknownType = (type: string): Refused =>
  refused('invalid.enum', `type: there is no policy type ${type}`)

const noRoot = (id: string): Refused => refused('rootNotFound', `root: there is no root ${id}`)

/** Types are listed in the order in which they were last switched. */
const switched = (
  { organization, rules, now }: Inside,
  type: PolicyType,
  enabled: boolean,
): OrganizationRecord => ({
  ...organization,
  types: withEntry(withoutKeys(organization.types, type), type, {
    enabled,
    settlesAt: now + rules.switchDelay,
  }),
})

const shown = (situation: Inside, next: OrganizationRecord): Decision<Root> =>
  done(showRoot({ ...situation, organization: next }), { organizations: [next] })
