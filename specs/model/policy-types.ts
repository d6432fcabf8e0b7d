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

/** Switches a policy type on; the built-in policy comes back everywhere (E5, E6, E20–E23). */
export function enablePolicyType(scene: Inside, args: Args<'enablePolicyType'>): Decision<Root> {
  const { organization, rules, now } = scene
  const type = typeOf(scene, args.type)
  if (!type) return unknownType(args.type)
  if (args.root !== organization.root) return noRoot(args.root)
  if (organization.features !== 'all')
    return refused('policyTypeUnavailable', 'type: policies need an organization with all features')
  if (isEnabled(scene, type))
    return refused('policyTypeAlreadyEnabled', `type: ${type} policies are enabled already`)
  const next = switched(scene, type, true)
  if (rules.builtinPolicy?.type !== type) return shown(scene, next)
  return shown(scene, cover(next, rules, { nodes: nodesOf(next), since: now }))
}

/**
 * Switches a policy type off; all its policies are detached, since nothing of the type can be
 * attached any more (E21–E23).
 */
export function disablePolicyType(scene: Inside, args: Args<'disablePolicyType'>): Decision<Root> {
  const type = typeOf(scene, args.type)
  if (!type) return unknownType(args.type)
  if (args.root !== scene.organization.root) return noRoot(args.root)
  if (!isEnabled(scene, type))
    return refused('policyTypeAlreadyDisabled', `type: ${type} policies are not enabled`)
  const next = switched(scene, type, false)
  const attachments = [...next.attachments].map(([target, all]) => {
    const others = all.filter(({ policy }) => policyOf(scene, policy)?.type !== type)
    return [target, others] as const
  })
  return shown(scene, { ...next, attachments: new Map(attachments) })
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

const shown = (scene: Inside, next: OrganizationRecord): Decision<Root> =>
  done(showRoot({ ...scene, organization: next }), { organizations: [next] })
