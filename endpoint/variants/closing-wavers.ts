import type { Account } from '../../specs/vocabulary/nouns.ts'
import type { Page } from '../../specs/vocabulary/verbs.ts'
import { withRules, type MomentOf } from '../fault-kit/alter-decide.ts'
import { created, founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { Steps } from '../steps.ts'
import type { KnownVariant } from '../variant.ts'

const step = 10_000

/** Active for ten seconds, then closing, then active once more, and suspended only then. */
const statusAfter = (since: number): string => {
  if (since >= 3 * step) return 'suspended'
  return since >= step && since < 2 * step ? 'closing' : 'active'
}

const wavering = (
  account: Account,
  { world, context }: MomentOf<'getAccount' | 'listAccounts' | 'listAccountsIn'>,
): Account => {
  const closedAt = world.accounts.get(account.id)?.closedAt
  return closedAt === undefined
    ? account
    : { ...account, status: statusAfter(context.now - closedAt) }
}

const waveringPage = (
  page: Page<Account>,
  moment: MomentOf<'listAccounts' | 'listAccountsIn'>,
): Page<Account> => ({ ...page, items: page.items.map((account) => wavering(account, moment)) })

const alterations = [
  withRules(() => ({ closingDelay: 3 * step })),
  telling('getAccount', wavering),
  telling('listAccounts', waveringPage),
  telling('listAccountsIn', waveringPage),
]

/** Goes on to call a closed account active for a while, then closing, then active again. */
export const closingWavers: KnownVariant = {
  name: 'closing-wavers',
  description:
    'goes on to call a closed account active for a while, then closing, then active again',
  evidence: { aws: ['O21', 'O22'] },
  alter: (steps) =>
    alterations.reduce<Steps>((before, alter) => ({ ...before, ...alter(before) }), steps),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      await visit.boss.closeAccount({ account })
      const seen: unknown[] = []
      for (let count = 0; count < 4; count += 1) {
        seen.push((await visit.boss.getAccount({ account })).result.status)
        visit.wait(step)
      }
      return seen
    },
    quiet: ['closing', 'suspended', 'suspended', 'suspended'],
    varied: ['active', 'closing', 'active', 'suspended'],
  },
}
