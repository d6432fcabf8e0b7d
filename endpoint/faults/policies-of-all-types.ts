import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

/** Lists policies of every type whichever was asked for. */
export const policiesOfAllTypes: KnownFault = {
  name: 'policies-of-all-types',
  description: 'lists policies of every type whichever was asked for',
  breaks: { aws: ['E30'] },
  alter: saying('listPolicies', (moment) => {
    const asked = decideWith(moment, {})
    if (asked.kind === 'refused') return asked
    const items = moment.context.rules.policyTypes.flatMap(
      (type) => pageOf(decideWith(moment, { type, token: undefined }))?.items ?? [],
    )
    return { ...asked, result: { ...pageOf(asked), items } }
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listPolicies({ type: 'tag' })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
