import type { Actor } from '../../../actors/actor.ts'
import { scenario, type Scenario, type ScenarioContext } from '../../../dsl/scenario.ts'

const questions = {
  'named-as-invited': { title: 'A member is called as its invitation said' },
  'new-name-reads-back': { title: 'A new name of a member reads back' },
  'new-name-is-listed': { title: 'A new name of a member is listed' },
  'new-notes-read-back': { title: 'New notes on a member read back' },
  'notes-leave-the-name': { title: 'New notes leave the name as it is' },
  'own-name-is-taken-by-nobody': { title: 'A member may be given the name that it has' },
  'name-of-another-is-refused': {
    title: 'A member is not called like another one',
    refusal: 'memberNameTaken',
  },
  'invited-name-is-refused': {
    title: 'Nobody is invited under the name of a member',
    refusal: 'memberNameTaken',
  },
  'unknown-is-refused': { title: 'An unknown account is not renamed', refusal: 'accountNotFound' },
  'refused-keeps-the-name': { title: 'A refused name changes nothing', axis: 'atomicity' },
} as const

export const memberNames: Scenario = scenario({
  id: 'member-names',
  title: 'Members have names of the organization’s own',
  needs: ['account-update', 'account-listing', 'invitations', 'member-removal'],
  checks: questions,
  async run(context) {
    const { actors, check, given, all, fresh } = context
    const owner = await actors.owner()
    const first = fresh.name('first')
    const { id: account } = await joinAs(context, owner, first)
    const told = async () => given(await owner.getAccount({ account }))
    check('named-as-invited', (await told()).name, { equals: first })
    const name = fresh.name('renamed')
    given(await owner.updateAccount({ account, name }))
    check('new-name-reads-back', (await told()).name, { equals: name })
    check.done('own-name-is-taken-by-nobody', await owner.updateAccount({ account, name }))
    const members = await all(owner, 'listAccounts', {})
    check('new-name-is-listed', members.find(({ id }) => id === account)?.name, { equals: name })
    given(await owner.updateAccount({ account, notes: 'a good neighbour' }))
    const noted = await told()
    check('new-notes-read-back', noted.notes, { equals: 'a good neighbour' })
    check('notes-leave-the-name', noted.name, { equals: name })
    await askRefused(context, owner, { account, name })
  },
})

type Names = ScenarioContext<keyof typeof questions>

const joinAs = async ({ actors, given }: Names, owner: Actor, name: string): Promise<Actor> => {
  const guest = await actors.standalone()
  const target = { kind: 'account', id: guest.id } as const
  given(
    await guest.acceptInvitation({
      invitation: given(await owner.inviteAccount({ target, name })).id,
    }),
  )
  return guest
}

const askRefused = async (
  context: Names,
  owner: Actor,
  { account, name }: { readonly account: string; readonly name: string },
): Promise<void> => {
  const { check, given, fresh, unknown } = context
  const second = fresh.name('second')
  const { id } = await joinAs(context, owner, second)
  check.refused('name-of-another-is-refused', await owner.updateAccount({ account, name: second }))
  check('refused-keeps-the-name', given(await owner.getAccount({ account })).name, { equals: name })
  given(await owner.removeAccount({ account: id }))
  const target = { kind: 'account', id } as const
  check.refused('invited-name-is-refused', await owner.inviteAccount({ target, name }))
  check.refused(
    'unknown-is-refused',
    await owner.updateAccount({ account: unknown('account'), name: fresh.name('nobody') }),
  )
}
