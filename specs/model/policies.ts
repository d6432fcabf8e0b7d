import type { Page, Policy, PolicySummary, PolicyType } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { withEntry, withoutKeys } from './entries.ts'
import { listed } from './paging.ts'
import { policiesOf, policyOf, showPolicy, showSummary, typeOf } from './policy-of.ts'
import { tagFlaw } from './tags.ts'
import type { PolicyRecord } from './world.ts'

/** Creates a policy that is attached nowhere yet. */
export function createPolicy(situation: Inside, args: Args<'createPolicy'>): Decision<Policy> {
  const { organization, rules, now, newId } = situation
  const type = typeOf(situation, args.type)
  if (!type) return unknownType(args.type)
  const flaw = firstOf(
    tagFlaw(rules, args.tags),
    organization.features === 'all'
      ? undefined
      : refused('policyTypeUnavailable', 'type: policies need an organization with all features'),
    formFlaw(situation, type, args.content),
    nameFlaw(situation, args.name),
    lengthFlaw(situation, type, args.content),
    countFlaw(situation, type),
  )
  if (flaw) return flaw
  const { name, description, content } = args
  const policy = { id: newId('policy'), name, type, description, content, changedAt: now }
  const next = {
    ...organization,
    policies: withEntry(organization.policies, policy.id, policy),
    tags: args.tags?.length
      ? withEntry(organization.tags, policy.id, args.tags)
      : organization.tags,
  }
  return done(showPolicy(situation, policy), { organizations: [next] })
}

const unknownType = (type: string): Refused =>
  refused('invalid.enum', `type: there is no policy type ${type}`)

const notThere = (id: string): Refused =>
  refused('policyNotFound', `policy: there is no policy ${id}`)

/** Names are unique among all policies of an organization, whatever their types. */
const nameFlaw = (situation: Inside, name: string, self?: string): Refused | undefined => {
  const { organization, rules } = situation
  const own = [...organization.policies.values()].some(
    (policy) => policy.name === name && policy.id !== self,
  )
  return own || rules.builtinPolicy?.name === name
    ? refused('policyNameTaken', `name: there is a policy of this name already`)
    : undefined
}

const formFlaw = ({ rules }: Inside, type: PolicyType, content: string): Refused | undefined =>
  rules.contentFits(type, content)
    ? undefined
    : refused('policyContentMalformed', `content: no document of the policy type ${type}`)

/** The length of a document is counted in UTF-16 units. */
const lengthFlaw = ({ rules }: Inside, type: PolicyType, content: string): Refused | undefined => {
  const { controlPolicyContent, otherPolicyContent } = rules.limits
  const usual = type === 'control' ? controlPolicyContent : otherPolicyContent
  const most = rules.contentLengths?.[type] ?? usual
  return content.length > (most ?? Infinity)
    ? refused('policyContentTooLong', `content: ${most} characters at most`)
    : undefined
}

const countFlaw = ({ organization, rules }: Inside, type: PolicyType): Refused | undefined => {
  const { policiesPerType = Infinity } = rules.limits
  const count = [...organization.policies.values()].filter((policy) => policy.type === type).length
  return count >= policiesPerType
    ? refused('policyCountExceeded', `there are ${policiesPerType} policies of this type already`)
    : undefined
}

const ownPolicy = (situation: Inside, id: string): PolicyRecord | Refused => {
  const policy = policyOf(situation, id)
  if (!policy) return notThere(id)
  return situation.rules.builtinPolicy?.id === id
    ? refused('policyBuiltin', `policy: the built-in policy ${id} can not be changed`)
    : policy
}

/** Changes what is given of a policy; the type never changes. */
export function updatePolicy(situation: Inside, args: Args<'updatePolicy'>): Decision<Policy> {
  const policy = ownPolicy(situation, args.policy)
  if ('kind' in policy) return policy
  const { name = policy.name, content = policy.content } = args
  const description = descriptionFor(situation, policy, args)
  const flaw = firstOf(
    formFlaw(situation, policy.type, content),
    nameFlaw(situation, name, policy.id),
    lengthFlaw(situation, policy.type, content),
  )
  if (flaw) return flaw
  const { organization, now } = situation
  const next = { ...policy, name, description, content, changedAt: now }
  const policies = withEntry(organization.policies, policy.id, next)
  const answer = updated(situation, next, args)
  return done(answer, { organizations: [{ ...organization, policies }] })
}

const descriptionFor = (
  { rules }: Inside,
  policy: PolicyRecord,
  { description = policy.description }: Args<'updatePolicy'>,
): string => (rules.blanksKeep && description === '' ? policy.description : description)

/** A policy as an update of it is answered. */
const updated = (
  situation: Inside,
  policy: PolicyRecord,
  { name, description }: Args<'updatePolicy'>,
): Policy => {
  const shown = showPolicy(situation, policy)
  if (!situation.rules.updatesTellGiven) return shown
  const { name: _name, description: _description, ...rest } = shown
  const given = {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
  }
  return { ...rest, ...given }
}

/** Deletes a policy that is attached nowhere. */
export function deletePolicy(situation: Inside, args: Args<'deletePolicy'>): Decision<Nothing> {
  const policy = ownPolicy(situation, args.policy)
  if ('kind' in policy) return policy
  const { organization } = situation
  const attached = [...organization.attachments.values()].flat()
  if (attached.some((attachment) => attachment.policy === policy.id))
    return refused('policyInUse', `policy: ${policy.id} is attached`)
  const next = {
    ...organization,
    policies: withoutKeys(organization.policies, policy.id),
    tags: withoutKeys(organization.tags, policy.id),
  }
  return done({}, { organizations: [next] })
}

/** One policy with its content. */
export function getPolicy(situation: Inside, args: Args<'getPolicy'>): Decision<Policy> {
  const found = policyOf(situation, args.policy)
  return found ? done(showPolicy(situation, found)) : notThere(args.policy)
}

/** The policies, all or of one type, without their contents. */
export function listPolicies(
  situation: Inside,
  args: Args<'listPolicies'>,
): Decision<Page<PolicySummary>> {
  const { type } = args
  if (type !== undefined && !typeOf(situation, type)) return unknownType(type)
  return listed(situation, {
    entries: policiesOf(situation, type),
    keyOf: ({ id }) => id,
    show: (entry) => showSummary(situation, entry),
  })
}
