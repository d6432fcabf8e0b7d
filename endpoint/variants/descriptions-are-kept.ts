import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { Decided } from '../steps.ts'
import type { KnownVariant } from '../variant.ts'

/** Keeps the description of a policy that is updated with an empty one, and answers the empty one. */
export const descriptionsAreKept: KnownVariant = {
  name: 'descriptions-are-kept',
  description: 'keeps the description of a policy that is updated with an empty one',
  evidence: { aws: ['O139'] },
  alter: saying('updatePolicy', (moment): Decided => {
    if (moment.args.description !== '') return decideWith(moment, {})
    const decision = decideWith(moment, { description: undefined })
    if (decision.kind === 'refused') return decision
    return { ...decision, result: { ...(decision.result as object), description: '' } }
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'P')
      await visit.boss.updatePolicy({ policy, description: '' })
      return (await visit.boss.getPolicy({ policy })).result.description
    },
    quiet: '',
    varied: 'd',
  },
}
