import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { doneIn } from '../verdict/outcome.ts'

export const policyOfEachType: Scenario = scenario({
  id: 'policy-of-each-type',
  title: 'Each type has policies of its own',
  needs: ['policies'],
  checks: {
    'each-type-is-created': { title: 'Each policy type takes its own content' },
    'each-type-is-listed': { title: 'Each policy is listed under its own type' },
  },
  async run({ actors, check, given, all, fresh, sample }) {
    const owner = await actors.owner()
    const created = new Map<string, string>()
    for (const type of sample.policyTypes) {
      const outcome = await owner.createPolicy(draftPolicy({ fresh, sample }, type))
      const done = doneIn(outcome)
      if (done !== undefined) created.set(type, done.value.id)
      if (outcome.kind === 'unsettled') given(outcome)
    }
    check.twin(created.size > 0, 'policies of some type are created')
    check('each-type-is-created', [...created.keys()], { equals: sample.policyTypes })
    const misplaced: string[] = []
    for (const [type, policy] of created) {
      const listed = await all(owner, 'listPolicies', { type })
      if (!listed.some(({ id }) => id === policy)) misplaced.push(policy)
    }
    check('each-type-is-listed', misplaced, { equals: [] })
  },
})
