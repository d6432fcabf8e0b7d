import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import { tagsOf } from '../fault-kit/arrange-tags.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Refuses the tag of a resource that is of another kind and adds it all the same. */
export const kindTagRefusedAndAdded: KnownFault = {
  name: 'kind-tag-refused-and-added',
  description: 'refuses the tag of a resource that is of another kind and adds it all the same',
  breaks: { huawei: ['R155', 'N35'] },
  alter: saying('tagResourceOfKind', (moment) => {
    const decision = decideWith(moment, {})
    if (decision.kind === 'done' || decision.refusal !== 'tagTargetNotFound') return decision
    const added = decideWith(moment, { kind: 'unit' })
    return 'changes' in added ? { ...decision, changes: added.changes } : decision
  }),
  seen: {
    at: async (visit) => {
      const resource = await unitIn(visit, await founded(visit))
      const { done } = await visit.boss.tagResourceOfKind({
        kind: 'account',
        resource,
        tags: tagsOf(1),
      })
      return [done, (await visit.boss.listTags({ resource })).result.items.length]
    },
    right: [false, 0],
    wrong: [false, 1],
  },
}
