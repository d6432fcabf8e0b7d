import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const policyInUse: Scenario = scenario({
  id: 'policy-in-use',
  title: 'A policy that is attached is not deleted',
  needs: ['policies', 'policy-attachment', 'units'],
  checks: {
    'attached-is-not-deleted': {
      title: 'An attached policy is not deleted',
      refusal: 'policyInUse',
    },
    'refused-remains': { title: 'The refused policy remains attached', axis: 'atomicity' },
    'detached-is-deleted': { title: 'A detached policy is deleted' },
  },
  async run({ actors, check, given, all, fresh, sample, switchedOn }) {
    const owner = await actors.owner()
    await switchedOn(owner, 'control')
    const { id: parent } = await actors.workspace(owner)
    const target = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const { id: policy } = given(
      await owner.createPolicy(draftPolicy({ fresh, sample }, 'control')),
    )
    given(await owner.attachPolicy({ policy, target }))
    check.refused('attached-is-not-deleted', await owner.deletePolicy({ policy }))
    const read = await owner.getPolicy({ policy })
    const targets = (await all(owner, 'listTargetsOf', { policy })).map(({ id }) => id)
    check('refused-remains', [read.kind, ...targets], { equals: ['done', target] })
    given(await owner.detachPolicy({ policy, target }))
    check.done('detached-is-deleted', await owner.deletePolicy({ policy }))
  },
})
