import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Refuses the new content of a policy and changes its description all the same. */
export const refusedContentChangesTheRest: KnownFault = {
  name: 'refused-content-changes-the-rest',
  description: 'refuses the new content of a policy and changes its description all the same',
  breaks: { aws: ['K4'], huawei: ['N18'] },
  alter: saying('updatePolicy', (moment) => {
    const decision = decideWith(moment, {})
    if (decision.kind === 'done' || decision.refusal !== 'policyContentMalformed') return decision
    const rest = decideWith(moment, { content: undefined })
    return 'changes' in rest ? { ...decision, changes: rest.changes } : decision
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'P')
      await visit.boss.updatePolicy({ policy, description: 'another', content: '{"' })
      return (await visit.boss.getPolicy({ policy })).result.description
    },
    right: 'd',
    wrong: 'another',
  },
}
