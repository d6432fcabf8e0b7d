import { attachLimitQuestions, checkAttachLimit } from '../dsl/attach-limit.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const policyAttachLimitOfTags: Scenario = scenario({
  id: 'policy-attach-limit-of-tags',
  title: 'A target takes so many policies that are no control policies',
  needs: ['policy-attachment', 'policies', 'policy-types', 'units'],
  checks: attachLimitQuestions,
  run: (context) => checkAttachLimit(context, 'tag', 'otherPoliciesPerTarget'),
})
