import { attachLimitQuestions, checkAttachLimit } from '../dsl/attach-limit.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const policyAttachLimit: Scenario = scenario({
  id: 'policy-attach-limit',
  title: 'A target takes so many policies of a type',
  needs: ['policy-attachment', 'policies', 'units'],
  checks: attachLimitQuestions,
  run: (context) => checkAttachLimit(context, 'control', 'controlPoliciesPerTarget'),
})
