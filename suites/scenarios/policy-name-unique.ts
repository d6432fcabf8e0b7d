import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const policyNameUnique: Scenario = scenario({
  id: 'policy-name-unique',
  title: 'Policies have different names',
  needs: ['policies'],
  checks: {
    'same-name-is-refused': {
      title: 'Two policies cannot share a name',
      refusal: 'policyNameTaken',
    },
    'same-name-in-another-type-is-refused': {
      title: 'Two policies of different types cannot share a name',
      refusal: 'policyNameTaken',
    },
    'refused-is-unlisted': { title: 'The refused policy is not listed', axis: 'atomicity' },
    'rename-to-taken-is-refused': {
      title: 'Renaming to a taken name is refused',
      refusal: 'policyNameTaken',
    },
    'refused-rename-changes-nothing': {
      title: 'The refused renaming keeps the old name',
      axis: 'atomicity',
    },
  },
  async run({ actors, check, given, all, fresh, sample }) {
    const owner = await actors.owner()
    const draft = draftPolicy({ fresh, sample }, 'control')
    const other = draftPolicy({ fresh, sample }, 'control', 1)
    const taken = given(await owner.createPolicy(draft))
    const { id: policy } = given(await owner.createPolicy(other))
    const { name } = draft
    check.refused('same-name-is-refused', await owner.createPolicy({ ...other, name }))
    const named = (await all(owner, 'listPolicies', { type: 'control' })).filter(
      (entry) => entry.name === name,
    )
    check(
      'refused-is-unlisted',
      named.map(({ id }) => id),
      { equals: [taken.id] },
    )
    const typed = draftPolicy({ fresh, sample }, 'tag')
    check.refused(
      'same-name-in-another-type-is-refused',
      await owner.createPolicy({ ...typed, name }),
    )
    given(await owner.updatePolicy({ policy, name: fresh.name('free') }))
    given(await owner.updatePolicy({ policy, name: other.name }))
    check.refused('rename-to-taken-is-refused', await owner.updatePolicy({ policy, name }))
    check('refused-rename-changes-nothing', given(await owner.getPolicy({ policy })).name, {
      equals: other.name,
    })
  },
})
