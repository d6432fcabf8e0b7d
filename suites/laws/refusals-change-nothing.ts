import type { Args } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { invite } from '../actors/membership.ts'
import { refusing, type Unfit } from '../dsl/refusing.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { checkTraces, type Traceless } from '../dsl/traces.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

const questions = {
  units: { title: 'Refused writes of units change nothing', axis: 'atomicity' },
  accounts: { title: 'Refused moves and removals change nothing', axis: 'atomicity' },
  callers: { title: 'What a member is refused changes nothing', axis: 'atomicity' },
  policies: {
    title: 'Refused writes of policies change nothing',
    axis: 'atomicity',
    needs: ['policies', 'policy-attachment'],
  },
  tags: { title: 'Refused tags change nothing', axis: 'atomicity', needs: ['tags'] },
  services: {
    title: 'Refused trust and delegations change nothing',
    axis: 'atomicity',
    needs: ['trusted-services', 'delegated-administrators'],
  },
  invitations: {
    title: 'Refused invitations and answers change nothing',
    axis: 'atomicity',
    needs: ['invitations'],
  },
} as const

type Key = keyof typeof questions
type Refusals = ScenarioContext<Key>
type Requests = Partial<Record<Key, readonly Unfit[]>>

export const refusalsChangeNothing: Scenario = scenario({
  id: 'refusals-change-nothing',
  kind: 'law',
  title: 'What is refused changes nothing anywhere',
  needs: ['units', 'account-listing'],
  checks: questions,
  async run(context) {
    const owner = await context.actors.owner()
    await checkTraces(context.check, {
      look: () => context.world(owner),
      prepare: () => refusalsOf(context, owner),
    })
  },
})

const refusalsOf = async (context: Refusals, owner: Actor): Promise<readonly Traceless<Key>[]> => {
  const { actors, given, fresh, offered } = context
  const { id: parent } = await actors.workspace(owner)
  const name = fresh.name('outer')
  const { id: outer } = given(await owner.createUnit({ parent, name }))
  const { id: inner } = given(await owner.createUnit({ parent: outer, name: fresh.name('unit') }))
  const member = await actors.member(owner)
  const stage = { owner, member, parent, name, outer, inner }
  const requests: Requests = {
    units: ofUnits(context, stage),
    accounts: ofAccounts(context, stage),
    callers: ofCallers(context, stage),
    ...(offered('policies') && offered('policy-attachment')
      ? { policies: await ofPolicies(context, stage) }
      : {}),
    ...(offered('tags') ? { tags: ofTags(context, stage) } : {}),
    ...(offered('trusted-services') && offered('delegated-administrators')
      ? { services: await ofServices(context, stage) }
      : {}),
    ...(offered('invitations') ? { invitations: await ofInvitations(context, stage) } : {}),
  }
  return Object.entries(requests).map(([key, all]) => refusing(key as Key, all))
}

/** A unit in a unit, and a member. */
interface Stage {
  readonly owner: Actor
  readonly member: Actor
  readonly parent: string
  readonly name: string
  readonly outer: string
  readonly inner: string
}

const ofUnits = (
  { fresh, unknown, offered }: Refusals,
  { owner, parent, name, outer }: Stage,
): readonly Unfit[] => [
  () => owner.createUnit({ parent, name }),
  () => owner.createUnit({ parent: unknown('unit'), name: fresh.name('lost') }),
  () => owner.deleteUnit({ unit: outer }),
  () => owner.deleteUnit({ unit: unknown('unit') }),
  ...(offered('unit-rename')
    ? [() => owner.renameUnit({ unit: unknown('unit'), name: fresh.name('lost') })]
    : []),
]

const ofAccounts = (
  { actors, unknown, offered }: Refusals,
  { owner, member: { id: account }, outer, inner }: Stage,
): readonly Unfit[] => [
  ...(offered('account-move')
    ? [
        async () => {
          const from = await actors.root(owner)
          return owner.moveAccount({ account, from, to: unknown('unit') })
        },
      ]
    : []),
  ...(offered('account-move') && offered('move-source')
    ? [() => owner.moveAccount({ account, from: inner, to: outer })]
    : []),
  ...(offered('member-removal')
    ? [
        () => owner.removeAccount({ account: owner.id }),
        () => owner.removeAccount({ account: unknown('account') }),
      ]
    : []),
  () => owner.deleteOrganization(),
]

const ofCallers = (context: Refusals, { member, outer, inner }: Stage): readonly Unfit[] => [
  () => member.createUnit({ parent: outer, name: context.fresh.name('intruder') }),
  () => member.deleteUnit({ unit: inner }),
  ...(context.offered('policies')
    ? [() => member.createPolicy(draftPolicy(context, 'control'))]
    : []),
  ...(context.offered('tags')
    ? [() => member.tagResource({ resource: inner, tags: [{ key: 'team', value: 'blue' }] })]
    : []),
]

const ofPolicies = async (
  context: Refusals,
  { owner, outer, inner }: Stage,
): Promise<readonly Unfit[]> => {
  const { given, unknown, sample, switchedOn } = context
  await switchedOn(owner, 'control')
  const [one, other] = [draftPolicy(context, 'control'), draftPolicy(context, 'control', 1)]
  const { id: policy } = given(await owner.createPolicy(one))
  given(await owner.createPolicy(other))
  given(await owner.attachPolicy({ policy, target: outer }))
  const { builtinPolicy: builtin } = sample
  return [
    () => owner.createPolicy({ ...other, name: one.name }),
    () => owner.createPolicy({ ...draftPolicy(context, 'control'), content: '{"' }),
    () => owner.updatePolicy({ policy, name: other.name, description: 'another one' }),
    () => owner.updatePolicy({ policy, description: 'another one', content: '{"' }),
    () => owner.attachPolicy({ policy, target: outer }),
    () => owner.attachPolicy({ policy, target: unknown('unit') }),
    () => owner.detachPolicy({ policy, target: inner }),
    () => owner.deletePolicy({ policy }),
    ...(builtin ? [() => owner.deletePolicy({ policy: builtin.id })] : []),
    ...(builtin ? [() => owner.detachPolicy({ policy: builtin.id, target: inner })] : []),
  ]
}

const ofTags = (
  { fresh, unknown, offered, sample }: Refusals,
  { owner, outer }: Stage,
): readonly Unfit[] => {
  const [good, twice] = ['good', 'twice'].map((noun) => ({ key: fresh.name(noun), value: 'blue' }))
  if (good === undefined || twice === undefined) return []
  const reserved = { key: `${sample.reservedTagPrefix ?? ''}${fresh.name('key')}`, value: '' }
  return [
    () => owner.tagResource({ resource: outer, tags: [good, twice, { ...twice, value: 'red' }] }),
    () => owner.tagResource({ resource: unknown('unit'), tags: [good] }),
    () => owner.untagResource({ resource: unknown('unit'), keys: [good.key] }),
    ...(offered('reserved-tag-keys')
      ? [() => owner.tagResource({ resource: outer, tags: [good, reserved] })]
      : []),
  ]
}

const ofServices = async (
  context: Refusals,
  { owner, member: { id: account } }: Stage,
): Promise<readonly Unfit[]> => {
  const { given, sample } = context
  const [trusted, service] = await untrustedServices(context, owner)
  given(await owner.enableServiceAccess({ service: trusted }))
  return [
    () => owner.enableServiceAccess({ service: sample.unknownService }),
    () => owner.registerDelegate({ account, service }),
    () => owner.registerDelegate({ account: owner.id, service: trusted }),
    () => owner.deregisterDelegate({ account, service: trusted }),
  ]
}

const ofInvitations = async (
  { actors, unknown }: Refusals,
  { owner, member }: Stage,
): Promise<readonly Unfit[]> => {
  const guest = await actors.standalone()
  const invitation = await invite(owner, guest)
  return [
    () => owner.inviteAccount(accountNamed(guest.id)),
    () => owner.inviteAccount(accountNamed(member.id)),
    () => owner.acceptInvitation({ invitation }),
    () => owner.declineInvitation({ invitation }),
    () => guest.cancelInvitation({ invitation }),
    () => owner.cancelInvitation({ invitation: unknown('invitation') }),
  ]
}

const accountNamed = (id: string): Args<'inviteAccount'> => ({ target: { kind: 'account', id } })
