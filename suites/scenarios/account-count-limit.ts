import type { Actor } from '../actors/actor.ts'
import { countAccounts } from '../dsl/count-accounts.ts'
import { checkFull, checkRoom, quotaQuestions, type QuotaLaw } from '../dsl/quota-law.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { doneIn, type Outcome } from '../verdict/outcome.ts'

export const accountCountLimit: Scenario = scenario({
  id: 'account-count-limit',
  title: 'An organization has room for so many accounts',
  needs: ['invitations', 'member-removal', 'account-listing'],
  checks: {
    ...quotaQuestions('accounts', 'accountCountExceeded'),
    'full-creates-none': {
      title: 'No account is created where there is no room',
      needs: ['account-creation'],
    },
    'closed-count': {
      title: 'An account that is closed takes up room still',
      refusal: 'accountCountExceeded',
      needs: ['account-creation', 'account-closing'],
    },
  },
  async run(context) {
    const { actors, all, check, ended, fresh, given, offered, quota } = context
    const reached = quota('accountCountExceeded')
    const owner = await actors.owner()
    const law: QuotaLaw<string> = {
      quota: reached,
      uncertain: 1,
      make: async () => join(owner, await actors.standalone()),
      remove: (account) => owner.removeAccount({ account }),
      counted: () => countAccounts(all, owner),
    }
    const member = await checkFull({ check }, law)
    if (offered('account-creation')) {
      const creation = await owner.createAccount({ name: fresh.name('more'), email: fresh.email() })
      // some refuse it, others begin and fail
      const state = reached.tells(creation)
        ? 'refused'
        : (await ended(owner, given(creation), 'full')).state
      check('full-creates-none', state, { oneOf: ['refused', 'failed'] })
    }
    await checkRoom({ check }, law, member)
    if (offered('account-creation') && offered('account-closing')) {
      await askClosed(context, owner, law)
    }
  },
})

/** One of the members makes room for an account that is created and closed: that is one too many. */
const askClosed = async (
  { all, check, ended, fresh, given }: ScenarioContext<'closed-count'>,
  owner: Actor,
  { make, remove }: QuotaLaw<string>,
): Promise<void> => {
  const members = (await all(owner, 'listAccounts', {})).filter(({ id }) => id !== owner.id)
  const invited = members.find(({ joinedBy }) => joinedBy === 'invited')
  check.twin(invited !== undefined, 'somebody has joined by invitation')
  given(await remove(invited?.id ?? ''))
  const asked = await owner.createAccount({ name: fresh.name('closed'), email: fresh.email() })
  const { account = '' } = await ended(owner, given(asked))
  given(await owner.closeAccount({ account }))
  check.refused('closed-count', await make(), { beyond: 'accountsPerOrganization' })
}

/** An account joins as soon as it is invited: whether open invitations count is another question. */
const join = async (owner: Actor, guest: Actor): Promise<Outcome<string>> => {
  const { id } = guest
  const asked = await owner.inviteAccount({ target: { kind: 'account', id } })
  const invitation = doneIn(asked)
  if (invitation === undefined) return asked as Outcome<never>
  const joined = await guest.acceptInvitation({ invitation: invitation.value.id })
  const done = doneIn(joined)
  return done === undefined ? (joined as Outcome<never>) : { ...done, value: id }
}
