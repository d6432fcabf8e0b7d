import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { listAll } from '../actors/list-all.ts'
import { joinByInvitation } from '../actors/membership.ts'
import { typeStatus } from '../actors/type-status.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

const questions = {
  attached: { title: 'A policy names the targets that name it' },
  moved: {
    title: 'They still agree when an account has moved',
    needs: ['account-move', 'account-listing', 'tree'],
  },
  'unit-deleted': { title: 'A unit that is deleted is no target any more' },
  'account-gone': {
    title: 'An account that is gone is no target any more',
    needs: ['member-removal', 'invitations'],
  },
  'type-disabled': {
    title: 'They still agree when the type is switched off',
    needs: ['policy-types'],
  },
} as const

type Views = ScenarioContext<keyof typeof questions>

export const attachmentViewsAgree: Scenario = scenario({
  id: 'attachment-views-agree',
  kind: 'law',
  title: 'Attachments are the same from the policy and from the target',
  needs: ['policies', 'policy-attachment', 'units'],
  checks: questions,
  async run(context) {
    const { actors, given, offered, switchedOn } = context
    const owner = await actors.owner()
    await switchedOn(owner, 'control')
    const [one, two] = [await unitOf(context, owner), await unitOf(context, owner)]
    const { id: member } = await actors.member(owner)
    const policy = await policyOf(context, owner, 'control')
    const other = await policyOf(context, owner, 'control')
    const attached: Attached = { [policy]: [one, two, member], [other]: [two] }
    for (const [id, targets] of Object.entries(attached)) {
      for (const target of targets) given(await owner.attachPolicy({ policy: id, target }))
    }
    await ask(context, owner, { key: 'attached', attached })
    if (offered('account-move') && offered('tree')) {
      // not into the unit that is deleted: there would be no way back
      await askMoved(context, owner, { attached, account: member, to: two })
    }
    given(await owner.deleteUnit({ unit: one }))
    const left = { [policy]: [two, member], [other]: [two] }
    await ask(context, owner, { key: 'unit-deleted', attached: left })
    if (offered('policy-types')) await askDisabled(context, owner, two)
    if (offered('member-removal') && offered('invitations')) await askGone(context, owner, other)
  },
})

/** Targets, by the policy that is attached to them. */
type Attached = Readonly<Record<string, readonly string[]>>

const unitOf = async ({ actors, given, fresh }: Views, owner: Actor): Promise<string> => {
  const { id: parent } = await actors.workspace(owner)
  return given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
}

const policyOf = async (context: Views, owner: Actor, type: PolicyType): Promise<string> =>
  context.given(await owner.createPolicy(draftPolicy(context, type))).id

const namesOf = (entries: readonly { readonly id: string }[]): readonly string[] =>
  entries.map(({ id }) => id).toSorted()

/** Both views on some policies and their targets: the same, and just what was attached. */
const ask = async (
  { all, check }: Views,
  owner: Actor,
  { key, attached }: { readonly key: keyof typeof questions; readonly attached: Attached },
): Promise<void> => {
  const policies = Object.keys(attached)
  const byPolicy: [string, readonly string[]][] = []
  for (const policy of policies) {
    byPolicy.push([policy, namesOf(await all(owner, 'listTargetsOf', { policy }))])
  }
  const byTarget: Record<string, string[]> = {}
  for (const target of new Set(Object.values(attached).flat())) {
    for (const { id } of await all(owner, 'listPoliciesOn', { target, type: 'control' })) {
      if (policies.includes(id)) (byTarget[id] ??= []).push(target)
    }
  }
  const fromTargets = policies.map((policy) => [policy, (byTarget[policy] ?? []).toSorted()])
  const wanted = policies.map((policy) => [policy, (attached[policy] ?? []).toSorted()])
  check(
    key,
    { byPolicy, byTarget: fromTargets },
    { equals: { byPolicy: wanted, byTarget: wanted } },
  )
}

const askMoved = async (
  context: Views,
  owner: Actor,
  { attached, account, to }: { attached: Attached; account: string; to: string },
): Promise<void> => {
  const { actors, all, given } = context
  const [home] = await all(owner, 'listParents', { child: account })
  const from = home?.id ?? (await actors.root(owner))
  given(await owner.moveAccount({ account, from, to }))
  await ask(context, owner, { key: 'moved', attached })
  given(await owner.moveAccount({ account, from: to, to: from }))
}

const askGone = async (
  { actors, all, given, check }: Views,
  owner: Actor,
  policy: string,
): Promise<void> => {
  const { id: account } = await joinByInvitation(owner, await actors.standalone())
  const before = namesOf(await all(owner, 'listTargetsOf', { policy }))
  given(await owner.attachPolicy({ policy, target: account }))
  given(await owner.removeAccount({ account }))
  const after = namesOf(await all(owner, 'listTargetsOf', { policy }))
  check('account-gone', after, { equals: before })
}

/** Whether a type that is off still shows where its policies hang is left open: both sides say the same. */
const askDisabled = async (context: Views, owner: Actor, target: string): Promise<void> => {
  const { actors, all, given, check, settled, switchedOn } = context
  const type = 'tag'
  const root = await actors.root(owner)
  await switchedOn(owner, type)
  const policy = await policyOf(context, owner, type)
  given(await owner.attachPolicy({ policy, target }))
  given(await owner.disablePolicyType({ root, type }))
  await settled({
    what: 'the policy type',
    patience: 'creation',
    look: () => listAll(owner, 'listRoots', {}),
    until: (listed) => typeStatus(listed, type) === undefined,
  })
  const targets = namesOf(await all(owner, 'listTargetsOf', { policy }))
  const policies = namesOf(await all(owner, 'listPoliciesOn', { target, type }))
  check('type-disabled', targets.includes(target), { equals: policies.includes(policy) })
}
