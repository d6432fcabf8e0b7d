import { withRules } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers an update of a policy with its name and its description, given or not. */
export const policyUpdatesAnswerEverything: KnownVariant = {
  name: 'policy-updates-answer-everything',
  description: 'answers an update of a policy with its name and its description, given or not',
  evidence: { aws: ['AWS API reference, UpdatePolicy, examples'] },
  alter: withRules(() => ({ updatesTellGiven: false })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'One')
      const { answer } = await visit.boss.updatePolicy({ policy, name: 'Two' })
      return [answer.body.includes('"Name"'), answer.body.includes('"Description"')]
    },
    quiet: [true, false],
    varied: [true, true],
  },
}
