import type { Page, PolicySummary, PolicyTarget } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { callerOf } from './accounts.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { withEntry } from './entries.ts'
import { listed } from './paging.ts'
import { policyOf, showSummary, typeOf } from './policy-of.ts'
import { kindOf, nameOf } from './tree.ts'
import { isEnabled } from './type-states.ts'
import type { AttachmentRecord, PolicyRecord } from './world.ts'

/** Attaches a policy to a root, unit or account. */
export function attachPolicy(situation: Inside, args: Args<'attachPolicy'>): Decision<Nothing> {
  const { organization, now } = situation
  const policy = policyOf(situation, args.policy)
  if (!policy) return noPolicy(args.policy)
  const present = organization.attachments.get(args.target) ?? []
  const flaw = firstOf(
    targetFlaw(situation, args.target),
    isEnabled(situation, policy.type)
      ? undefined
      : refused('policyTypeNotEnabled', `policy: ${policy.type} policies are not enabled`),
    has(present, policy.id)
      ? refused('policyAlreadyAttached', `policy: ${policy.id} is attached to ${args.target}`)
      : undefined,
    limitFlaw(situation, policy, args.target),
  )
  if (flaw) return flaw
  return write(situation, args.target, [...present, { policy: policy.id, since: now }])
}

/** Detaches a policy; the last control policy of a node stays. */
export function detachPolicy(situation: Inside, args: Args<'detachPolicy'>): Decision<Nothing> {
  const policy = policyOf(situation, args.policy)
  if (!policy) return noPolicy(args.policy)
  const present = situation.organization.attachments.get(args.target) ?? []
  const flaw = firstOf(
    targetFlaw(situation, args.target),
    has(present, policy.id)
      ? undefined
      : refused('policyNotAttached', `policy: ${policy.id} is not attached to ${args.target}`),
    lastFlaw(situation, policy, args.target),
  )
  if (flaw) return flaw
  const left = present.filter((attachment) => attachment.policy !== policy.id)
  return write(situation, args.target, left)
}

/** The policies, all or of a type, that are attached to a node itself, in the order they were attached. */
const attachedTo = (situation: Inside, target: string, type?: string): readonly PolicyRecord[] =>
  (situation.organization.attachments.get(target) ?? [])
    .flatMap(({ policy }) => policyOf(situation, policy) ?? [])
    .filter((policy) => policy.type === (type ?? policy.type))

const noPolicy = (id: string): Refused =>
  refused('policyNotFound', `policy: there is no policy ${id}`)

const targetFlaw = ({ organization, now }: Inside, target: string): Refused | undefined =>
  kindOf(organization, target, now)
    ? undefined
    : refused('targetNotFound', `target: there is no root, unit or account ${target}`)

const has = (attachments: readonly AttachmentRecord[], id: string): boolean =>
  attachments.some(({ policy }) => policy === id)

const limitFlaw = (
  situation: Inside,
  { type }: PolicyRecord,
  target: string,
): Refused | undefined => {
  const { controlPoliciesPerTarget, otherPoliciesPerTarget } = situation.rules.limits
  const most = (type === 'control' ? controlPoliciesPerTarget : otherPoliciesPerTarget) ?? Infinity
  return attachedTo(situation, target, type).length >= most
    ? refused('attachmentLimitExceeded', `target: ${most} policies of this type are attached`)
    : undefined
}

/** A vendor that attaches a policy by itself wants every node to keep one of its type. */
const lastFlaw = (situation: Inside, { type }: PolicyRecord, target: string): Refused | undefined =>
  situation.rules.builtinPolicy?.type === type && attachedTo(situation, target, type).length === 1
    ? refused('lastPolicyDetached', `target: no policy of the type ${type} would be left`)
    : undefined

const write = (
  { organization }: Inside,
  target: string,
  left: readonly AttachmentRecord[],
): Decision<Nothing> => {
  const attachments = withEntry(organization.attachments, target, left)
  return done({}, { organizations: [{ ...organization, attachments }] })
}

/** The policies of a type attached to a node itself, not those it inherits. */
export function listPoliciesOn(
  situation: Inside,
  args: Args<'listPoliciesOn'>,
): Decision<Page<PolicySummary>> {
  if (args.type !== undefined && !typeOf(situation, args.type))
    return refused('invalid.enum', `type: there is no policy type ${args.type}`)
  const flaw = targetFlaw(situation, args.target)
  if (flaw) return flaw
  return listed(situation, {
    entries: attachedTo(situation, args.target, args.type),
    keyOf: ({ id }) => id,
    show: (policy) => showSummary(situation, policy),
  })
}

/** The roots, units and accounts a policy is attached to. */
export function listTargetsOf(
  situation: Inside,
  args: Args<'listTargetsOf'>,
): Decision<Page<PolicyTarget>> {
  if (!policyOf(situation, args.policy)) return noPolicy(args.policy)
  const { organization, world, rules, now } = situation
  const entries = [...organization.attachments].flatMap(([id, attachments]) => {
    const kind = kindOf(organization, id, now)
    return kind && has(attachments, args.policy) ? [{ id, kind }] : []
  })
  return listed(situation, {
    entries,
    keyOf: ({ id }) => id,
    show: (node) => ({
      ...node,
      name: nameOf(organization, node.id, (id) => callerOf(world, rules, id).name),
      home: { organization: organization.id, management: organization.management },
    }),
  })
}
