import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import { policyContent, policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Empties the description of a policy when only its name changes. */
export const policyUpdateForgetsDescription: KnownFault = {
  name: 'policy-update-forgets-description',
  description: 'empties the description of a policy when only its name changes',
  breaks: { aws: ['E8'], huawei: ['R129'] },
  alter: saying('updatePolicy', (moment) => {
    const { context, args } = moment
    const rules = { ...context.rules, blanksKeep: false }
    const emptying = { ...moment, context: { ...context, rules } }
    return decideWith(emptying, { description: args.description ?? '' })
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'Kept')
      await visit.boss.updatePolicy({ policy, content: policyContent(visit, 'control', 1) })
      return (await visit.boss.getPolicy({ policy })).result.description
    },
    right: 'd',
    wrong: '',
  },
}
