import { withRules } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Refuses every account in the sovereign cloud. */
export const sovereignAccountsRefused: KnownFault = {
  name: 'sovereign-accounts-refused',
  description: 'refuses every account in the sovereign cloud',
  breaks: { aws: ['contract/aws/CreateGovCloudAccount/minimal/*'] },
  alter: withRules(() => ({ sovereignAccounts: false })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.createSovereignAccount({ name: 'Made', email: 'made@example.org' }))
        .came
    },
    right: 'done',
    wrong: 'sovereignUnavailable',
  },
}
