import { draftPolicy } from '../actors/draft-policy.ts'
import { builtinPolicyOf } from '../dsl/builtin-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { documentOf } from '../verdict/document-of.ts'

export const policyBuiltin: Scenario = scenario({
  id: 'policy-builtin',
  title: 'The built-in policy cannot be changed',
  needs: ['policies'],
  checks: {
    'builtin-is-listed': { title: "The built-in policy is listed as the vendor's own" },
    'update-is-refused': {
      title: 'The built-in policy is not changed',
      refusal: 'policyBuiltin',
    },
    'delete-is-refused': {
      title: 'The built-in policy is not deleted',
      refusal: 'policyBuiltin',
    },
    'builtin-is-unchanged': { title: 'The built-in policy stays as it was', axis: 'atomicity' },
  },
  async run({ actors, check, given, all, fresh, sample }) {
    const owner = await actors.owner()
    const { id: policy, type } = builtinPolicyOf(sample)
    const listed = (await all(owner, 'listPolicies', { type })).filter(({ id }) => id === policy)
    check(
      'builtin-is-listed',
      listed.map(({ id, builtin }) => [id, builtin]),
      { equals: [[policy, true]] },
    )
    const told = async () => {
      const { name, description, content } = given(await owner.getPolicy({ policy }))
      return [name, description, documentOf(content, sample)]
    }
    const before = await told()
    // the twins: a policy of one's own is changed and deleted
    const own = given(await owner.createPolicy(draftPolicy({ fresh, sample }, type)))
    const description = 'said in other words'
    given(await owner.updatePolicy({ policy: own.id, description }))
    check.refused('update-is-refused', await owner.updatePolicy({ policy, description }))
    given(await owner.deletePolicy({ policy: own.id }))
    check.refused('delete-is-refused', await owner.deletePolicy({ policy }))
    check('builtin-is-unchanged', await told(), { equals: before })
  },
})
