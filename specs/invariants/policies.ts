import type { OrganizationRecord } from '../model/world.ts'
import type { PolicyType } from '../vocabulary/nouns.ts'
import { inEach, nodesIn, repeated, type Invariant, type Moment } from './invariant.ts'

interface Attached {
  readonly target: string
  readonly policy: string
  /** absent where there is no such policy */
  readonly type?: PolicyType
}

const attachedIn = (
  { attachments, policies }: OrganizationRecord,
  { rules: { builtinPolicy } }: Moment,
): readonly Attached[] =>
  [...attachments].flatMap(([target, all]) =>
    all.map(({ policy }) => {
      const type = policy === builtinPolicy?.id ? builtinPolicy.type : policies.get(policy)?.type
      return { target, policy, ...(type && { type }) }
    }),
  )

const spelled = ({ policy, target }: Attached): string => `${policy} on ${target}`

const mostOf = (type: PolicyType, { rules: { limits } }: Moment): number =>
  (type === 'control' ? limits.controlPoliciesPerTarget : limits.otherPoliciesPerTarget) ?? Infinity

const longest = (type: PolicyType, { rules }: Moment): number => {
  const { controlPolicyContent, otherPolicyContent } = rules.limits
  const usual = type === 'control' ? controlPolicyContent : otherPolicyContent
  return rules.contentLengths?.[type] ?? usual ?? Infinity
}

/** Policies, and what they are attached to. */
export const policies: readonly Invariant[] = [
  inEach('an attachment has both its ends', (organization, moment) => {
    const nodes = nodesIn(organization)
    return [
      ...attachedIn(organization, moment)
        .filter(({ target, type }) => !nodes.has(target) || type === undefined)
        .map(spelled),
      ...[...organization.attachments.keys()].filter((target) => !nodes.has(target)),
    ]
  }),
  inEach('a policy is attached to a node once', (organization, moment) =>
    repeated(attachedIn(organization, moment).map(spelled)),
  ),
  inEach('what is attached is of a type that is on', (organization, moment) =>
    attachedIn(organization, moment)
      .filter(({ type }) => type && organization.types.get(type)?.enabled !== true)
      .map(spelled),
  ),
  inEach('every node carries a policy where the vendor puts one', (organization, moment) => {
    const { builtinPolicy } = moment.rules
    if (!builtinPolicy || organization.types.get(builtinPolicy.type)?.enabled !== true) return []
    const covered = new Set(
      attachedIn(organization, moment)
        .filter(({ type }) => type === builtinPolicy.type)
        .map(({ target }) => target),
    )
    return [...nodesIn(organization)].filter((node) => !covered.has(node))
  }),
  inEach('no node carries more policies than it may', (organization, moment) => {
    const counts = new Map<string, number>()
    return attachedIn(organization, moment).flatMap(({ target, type }) => {
      if (type === undefined) return []
      const count = (counts.get(`${type} on ${target}`) ?? 0) + 1
      counts.set(`${type} on ${target}`, count)
      return count > mostOf(type, moment) ? [`${count} ${type} on ${target}`] : []
    })
  }),
  inEach('policies are of types that the vendor has', (organization, { rules }) =>
    [...organization.policies.values()]
      .map(({ type }) => type)
      .concat([...organization.types.keys()])
      .filter((type) => !rules.policyTypes.includes(type)),
  ),
  inEach('policies have names of their own', (organization, { rules }) =>
    repeated(
      [
        ...organization.policies.values(),
        ...(rules.builtinPolicy ? [rules.builtinPolicy] : []),
      ].map(({ name }) => name),
    ),
  ),
  inEach('there are no more policies of a type than there may be', (organization, { rules }) =>
    rules.policyTypes.filter(
      (type) =>
        [...organization.policies.values()].filter((policy) => policy.type === type).length >
        (rules.limits.policiesPerType ?? Infinity),
    ),
  ),
  inEach('policies say what policies of their type may', (organization, moment) =>
    [...organization.policies.values()]
      .filter(
        ({ type, content }) =>
          content.length > longest(type, moment) || !moment.rules.contentFits(type, content),
      )
      .map(({ id }) => id),
  ),
  inEach('an organization for the bill alone has no policies', (organization) =>
    organization.features === 'all'
      ? []
      : [...organization.policies.keys(), ...organization.attachments.keys()],
  ),
]
