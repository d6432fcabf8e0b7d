import { draftPolicy } from '../actors/draft-policy.ts'
import { checkFull, checkRoom, quotaQuestions, type QuotaLaw } from '../dsl/quota-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const policyCountLimit: Scenario = scenario({
  id: 'policy-count-limit',
  title: 'An organization has room for so many policies of a type',
  needs: ['policies'],
  checks: quotaQuestions('policies', 'policyCountExceeded'),
  async run({ actors, all, check, fresh, sample, quota, switchedOn }) {
    const reached = quota('policyCountExceeded')
    const owner = await actors.owner()
    await switchedOn(owner, 'control')
    const law: QuotaLaw<{ readonly id: string }> = {
      quota: reached,
      uncertain: sample.builtinPolicy === undefined ? 0 : 1,
      make: () => owner.createPolicy(draftPolicy({ fresh, sample }, 'control')),
      remove: ({ id }) => owner.deletePolicy({ policy: id }),
      counted: async () => {
        const policies = await all(owner, 'listPolicies', { type: 'control' })
        return policies.filter(({ id }) => id !== sample.builtinPolicy?.id).length
      },
    }
    await checkRoom({ check }, law, await checkFull({ check }, law))
  },
})
