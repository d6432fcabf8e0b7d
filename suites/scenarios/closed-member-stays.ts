import type { Actor } from '../actors/actor.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

const questions = {
  'suspended-is-listed': { title: 'An account whose closing is done stays listed' },
  'its-unit-is-not-deleted': {
    title: 'A unit with a closed account in it is not deleted',
    refusal: 'unitNotEmpty',
    needs: ['units', 'account-move'],
  },
  'its-organization-stays': {
    title: 'An organization with a closed account in it is not dissolved',
    refusal: 'organizationNotEmpty',
  },
} as const

type Closed = ScenarioContext<keyof typeof questions>

export const closedMemberStays: Scenario = scenario({
  id: 'closed-member-stays',
  title: 'An account that is closed stays a member',
  needs: ['account-closing', 'account-creation', 'account-listing', 'organizations'],
  checks: questions,
  async run(context) {
    const { actors, check, given, all, offered } = context
    const owner = await actors.otherOwner()
    const account = await createdIn(context, owner)
    await close(context, owner, account)
    check('suspended-is-listed', await all(owner, 'listAccounts', {}), { includes: account })
    // nothing else is in it
    check.refused('its-organization-stays', await owner.deleteOrganization())
    if (!offered('units') || !offered('account-move')) return
    const other = await actors.otherOwner()
    const housed = await createdIn(context, other)
    const { id: parent } = await actors.workspace(other)
    const { id: unit } = given(await other.createUnit({ parent, name: context.fresh.name('unit') }))
    const from = await actors.root(other)
    given(await other.moveAccount({ account: housed, from, to: unit }))
    await close(context, other, housed)
    check.refused('its-unit-is-not-deleted', await other.deleteUnit({ unit }))
  },
})

const close = async ({ given, settled }: Closed, owner: Actor, account: string): Promise<void> => {
  given(await owner.closeAccount({ account }))
  await settled({
    what: 'the closing account',
    patience: 'closing',
    look: () => owner.getAccount({ account }),
    until: ({ status }) => status === 'suspended',
  })
}

const createdIn = async ({ check, given, fresh, ended }: Closed, owner: Actor): Promise<string> => {
  const asked = await owner.createAccount({ name: fresh.name('account'), email: fresh.email() })
  const { account } = await ended(owner, given(asked))
  check.twin(account !== undefined, 'the account is created')
  return account ?? ''
}
