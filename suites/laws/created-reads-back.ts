import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { contradictions } from '../dsl/contradictions.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { isOpen } from '../dsl/snapshot.ts'
import { documentOf } from '../verdict/document-of.ts'

const questions = {
  unit: { title: 'A unit reads back as it was answered' },
  policy: { title: 'A policy reads back as it was answered', needs: ['policies'] },
  'reading-changes-nothing': { title: 'Reading twice answers the same', needs: ['policies'] },
  tags: { title: 'Tags of a creation read back', needs: ['tags'] },
  invitation: { title: 'An invitation reads back as it was answered', needs: ['invitations'] },
  'invitation-times': {
    title: 'An invitation ends after it was sent',
    needs: ['invitations'],
  },
  creation: { title: 'A creation reads back as it was answered', needs: ['account-creation'] },
  account: {
    title: 'A created account reads back as it was asked for',
    needs: ['account-creation', 'account-listing'],
  },
  organization: { title: 'An organization reads back as it was answered' },
} as const

type Created = ScenarioContext<keyof typeof questions>

export const createdReadsBack: Scenario = scenario({
  id: 'created-reads-back',
  kind: 'law',
  title: 'What is created reads back as it was answered',
  needs: ['units', 'organizations'],
  checks: questions,
  async run(context) {
    const { actors, check, given, fresh, offered } = context
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const { parent: _, ...unit } = given(
      await owner.createUnit({ parent, name: fresh.name('unit') }),
    )
    const { parent: __, ...read } = given(await owner.getUnit({ unit: unit.id }))
    check('unit', read, { equals: unit })
    if (offered('policies')) await askPolicy(context, owner)
    if (offered('tags')) await askTags(context, owner, parent)
    if (offered('invitations')) await askInvitation(context, owner)
    if (offered('account-creation')) await askAccount(context, owner)
    const founder = await actors.standalone()
    const founded = given(await founder.createOrganization())
    const { id, ...told } = given(await founder.getOrganization())
    check('organization', [id, ...contradictions(told, founded)], { equals: [founded.id] })
  },
})

const askPolicy = async (context: Created, owner: Actor): Promise<void> => {
  const { check, given, sample } = context
  const draft = draftPolicy(context, 'control')
  const policy = given(await owner.createPolicy(draft))
  const first = given(await owner.getPolicy({ policy: policy.id }))
  const told = ({ id, name, type, content }: typeof policy): readonly unknown[] => [
    id,
    name,
    type,
    documentOf(content, sample),
  ]
  check('policy', told(first), {
    equals: told(policy),
    // the answer to a creation may leave the document out
    service: { equals: told({ ...policy, content: policy.content || draft.content }) },
  })
  const second = given(await owner.getPolicy({ policy: policy.id }))
  check('reading-changes-nothing', second, { equals: first })
}

const askTags = async (
  { check, given, all, fresh }: Created,
  owner: Actor,
  parent: string,
): Promise<void> => {
  const tags = ['one', 'two'].map((noun) => ({ key: fresh.name(noun), value: noun }))
  const { id: resource } = given(
    await owner.createUnit({ parent, name: fresh.name('tagged'), tags }),
  )
  const read = await all(owner, 'listTags', { resource })
  const inOrder = (those: typeof read) =>
    those.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  check('tags', inOrder(read), { equals: inOrder(tags) })
}

const askInvitation = async (
  { actors, check, given, all }: Created,
  owner: Actor,
): Promise<void> => {
  const guest = await actors.standalone()
  const target = { kind: 'account', id: guest.id } as const
  const { state, ...sent } = given(await owner.inviteAccount({ target }))
  const read = given(await owner.getInvitation({ invitation: sent.id }))
  const listed = await all(owner, 'listSentInvitations', {})
  const received = await all(guest, 'listReceivedInvitations', {})
  const told = [read, ...[...listed, ...received].filter(({ id }) => id === sent.id)]
  // it is asked for, and then open
  const open = [state, ...told.map((one) => one.state)].every((one) => isOpen({ state: one }))
  const otherwise = told.flatMap(({ state: __, ...one }) => contradictions(one, sent))
  check(
    'invitation',
    { open, told: told.length, otherwise },
    {
      equals: { open: true, told: 3, otherwise: [] },
    },
  )
  const { requestedAt = 0, expiresAt = Number.MAX_SAFE_INTEGER } = read
  check('invitation-times', [requestedAt, expiresAt], {
    holds: requestedAt < expiresAt,
    says: 'the end comes after the beginning',
  })
}

const askAccount = async (
  { check, given, all, fresh, ended, offered }: Created,
  owner: Actor,
): Promise<void> => {
  const asked = { name: fresh.name('account'), email: fresh.email() }
  const { state: _, ...creation } = given(await owner.createAccount(asked))
  const last = await ended(owner, { ...creation, state: 'running' })
  const listed = await all(owner, 'listAccountCreations', {})
  const told = [last, ...listed.filter(({ id }) => id === creation.id)]
  const { requestedAt = 0, completedAt = Number.MAX_SAFE_INTEGER } = last
  check(
    'creation',
    {
      told: told.length,
      otherwise: told.flatMap((one) => contradictions(creation, one)),
      ordered: requestedAt <= completedAt,
    },
    { equals: { told: 2, otherwise: [], ordered: true } },
  )
  if (!offered('account-listing')) return
  const account = given(await owner.getAccount({ account: last.account ?? '' }))
  check('account', contradictions(asked, account), { equals: [] })
}
