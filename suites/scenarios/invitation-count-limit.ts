import { countAccounts } from '../dsl/count-accounts.ts'
import { checkFull, checkRoom, quotaQuestions, type QuotaLaw } from '../dsl/quota-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const invitationCountLimit: Scenario = scenario({
  id: 'invitation-count-limit',
  title: 'Open invitations take the room of accounts',
  needs: ['invitations', 'counted-invitations', 'account-listing'],
  checks: quotaQuestions('open invitations', 'accountCountExceeded'),
  async run({ actors, all, check, quota }) {
    const reached = quota('accountCountExceeded')
    const owner = await actors.owner()
    const law: QuotaLaw<{ readonly id: string }> = {
      quota: reached,
      uncertain: 1,
      make: async () => {
        const { id } = await actors.standalone()
        return owner.inviteAccount({ target: { kind: 'account', id } })
      },
      remove: ({ id }) => owner.cancelInvitation({ invitation: id }),
      counted: () => countAccounts(all, owner),
    }
    await checkRoom({ check }, law, await checkFull({ check }, law))
  },
})
