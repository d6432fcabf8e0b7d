import { created, founded } from '../fault-kit/arrange.ts'
import { saying } from '../variant-kit/other-words.ts'
import type { KnownVariant } from '../variant.ts'

/** Keeps created accounts, since nobody pays for them by themselves, and says so in place of a waiting time. */
export const createdAccountsStay: KnownVariant = {
  name: 'created-accounts-stay',
  description:
    'keeps created accounts for want of a means of payment, and says so in place of a wait',
  evidence: { aws: ['O30', 'O32'] },
  alter: saying(({ refusal }) =>
    refusal === 'waitPeriodActive'
      ? { reason: 'MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED' }
      : undefined,
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      return (await visit.boss.removeAccount({ account })).answer.body.includes('PAYMENT')
    },
    quiet: false,
    varied: true,
  },
}
