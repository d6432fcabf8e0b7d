import { decideWith } from '../fault-kit/alter-decide.ts'
import { sameKeyTwice } from '../fault-kit/arrange-tags.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Refuses a unit for its tags and creates it without them. */
export const refusedRequestChangesState: KnownFault = {
  name: 'refused-request-changes-state',
  description: 'refuses a unit for its tags and creates it without them',
  breaks: { aws: ['B5'], huawei: ['R153'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      if (decision.kind === 'done' || command.verb !== 'createUnit') return decision
      const bare = decideWith({ world, command, context, decide }, { tags: undefined })
      return 'changes' in bare ? { ...decision, changes: bare.changes } : decision
    },
  }),
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const tags = sameKeyTwice
      const { done } = await visit.boss.createUnit({ parent, name: 'Bad', tags })
      return [done, (await visit.boss.listUnits({ parent })).result.items.length]
    },
    right: [false, 0],
    wrong: [false, 1],
  },
}
