import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { Fault } from '../fault.ts'

/** Lists policies of every type whichever was asked for. */
export const policiesOfAllTypes: Fault = {
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
}
