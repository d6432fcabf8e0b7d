import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { joinByInvitation } from '../actors/membership.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

const questions = {
  'is-invited-again': { title: 'An account that was removed is invited again' },
  'stands-in-the-root': {
    title: 'An account that returns stands where it stood when it was new',
    needs: ['units', 'account-move', 'tree'],
  },
  'has-no-policies': {
    title: 'An account that returns has what was attached when it was new',
    needs: ['policies', 'policy-attachment'],
  },
} as const

type Returning = ScenarioContext<keyof typeof questions>

export const whoReturnsIsAsNew: Scenario = scenario({
  id: 'who-returns-is-as-new',
  kind: 'law',
  title: 'An account that was removed returns as a new one',
  needs: ['member-removal', 'invitations', 'account-listing'],
  freeAccounts: true,
  checks: questions,
  async run(context) {
    const { actors, check, given, offered } = context
    const owner = await actors.owner()
    if (offered('policies')) await context.switchedOn(owner, 'control')
    const guest = await actors.standalone()
    const { id: account } = guest
    await joinByInvitation(owner, guest)
    const look = looker(context, owner, account)
    const first = await look()
    await settleIn(context, owner, { account, home: first.place })
    given(await owner.removeAccount({ account }))
    const target = { kind: 'account', id: account } as const
    const { id: invitation } = check.done('is-invited-again', await owner.inviteAccount({ target }))
    given(await guest.acceptInvitation({ invitation }))
    const again = await look()
    if (first.place !== undefined) {
      check('stands-in-the-root', again.place, { equals: first.place })
    }
    if (first.policies !== undefined) {
      check('has-no-policies', again.policies, { equals: first.policies })
    }
    given(await owner.removeAccount({ account }))
  },
})

interface Look {
  readonly place?: string
  readonly policies?: readonly string[]
}

/** Where the account stands, and what is attached to it, as far as that can be asked. */
const looker =
  ({ all, offered }: Returning, owner: Actor, account: string) =>
  async (): Promise<Look> => {
    const canMove = offered('units') && offered('account-move') && offered('tree')
    const [home] = canMove ? await all(owner, 'listParents', { child: account }) : []
    const canAttach = offered('policies') && offered('policy-attachment')
    const policies = canAttach
      ? await all(owner, 'listPoliciesOn', { target: account, type: 'control' })
      : undefined
    return {
      ...(home && { place: home.id }),
      ...(policies && { policies: policies.map(({ id }) => id).toSorted() }),
    }
  }

/** The account moves into a unit and gets a policy. */
const settleIn = async (
  context: Returning,
  owner: Actor,
  { account, home }: { readonly account: string; readonly home: string | undefined },
): Promise<void> => {
  const { actors, given, fresh, offered } = context
  if (home !== undefined) {
    const { id: parent } = await actors.workspace(owner)
    const { id: to } = given(await owner.createUnit({ parent, name: fresh.name('unit') }))
    given(await owner.moveAccount({ account, from: home, to }))
  }
  if (!offered('policies') || !offered('policy-attachment')) return
  const { id: policy } = given(await owner.createPolicy(draftPolicy(context, 'control')))
  given(await owner.attachPolicy({ policy, target: account }))
}
