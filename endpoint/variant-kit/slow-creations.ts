import { withRules } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** An account takes so many milliseconds to come about. */
export function slowCreations(delay: number): Pick<KnownVariant, 'alter' | 'seen'> {
  return {
    alter: withRules(() => ({ creationDelay: delay })),
    seen: {
      at: async (visit) => {
        await founded(visit)
        const asked = await visit.boss.createAccount({ name: 'Made', email: 'made@example.org' })
        const creation = asked.result.id
        const state = async () => (await visit.boss.getAccountCreation({ creation })).result.state
        visit.wait(delay - 1)
        const soon = await state()
        visit.wait(1)
        return [soon, await state()]
      },
      quiet: ['succeeded', 'succeeded'],
      varied: ['running', 'succeeded'],
    },
  }
}
