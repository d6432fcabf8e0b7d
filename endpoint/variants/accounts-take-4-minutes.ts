import { withRules } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

const delay = 240_000

/** Takes four minutes to create an account. */
export const accountsTake4Minutes: KnownVariant = {
  name: 'accounts-take-4-minutes',
  description: 'takes four minutes to create an account',
  evidence: { aws: ['O14', 'O22'], huawei: ['H30'] },
  alter: withRules(() => ({ creationDelay: delay })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { id } = (await visit.boss.createAccount({ name: 'Made', email: 'made@example.org' }))
        .result
      const state = async () => (await visit.boss.getAccountCreation({ creation: id })).result.state
      visit.wait(delay - 1)
      const soon = await state()
      visit.wait(1)
      return [soon, await state()]
    },
    quiet: ['succeeded', 'succeeded'],
    varied: ['running', 'succeeded'],
  },
}
