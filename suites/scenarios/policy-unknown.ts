import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import type { Question } from '../dsl/question.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

const refused = (title: string, refusal: RefusalName): Question => ({ title, refusal })

export const policyUnknown: Scenario = scenario({
  id: 'policy-unknown',
  title: 'A policy or target that does not exist is refused',
  needs: ['policies', 'policy-attachment', 'units'],
  checks: {
    'read-unknown': refused('Reading an unknown policy is refused', 'policyNotFound'),
    'update-unknown': refused('Updating an unknown policy is refused', 'policyNotFound'),
    'attach-unknown': refused('Attaching an unknown policy is refused', 'policyNotFound'),
    'attach-to-unknown': refused('Attaching to an unknown target is refused', 'targetNotFound'),
    'targets-of-unknown': refused('Targets of an unknown policy are refused', 'policyNotFound'),
    'policies-on-unknown': refused('Policies on an unknown target are refused', 'targetNotFound'),
    'detach-unknown': refused('Detaching an unknown policy is refused', 'policyNotFound'),
    'detach-from-unknown': refused('Detaching from an unknown target is refused', 'targetNotFound'),
    'delete-unknown': refused('Deleting an unknown policy is refused', 'policyNotFound'),
  },
  async run({ actors, check, given, all, fresh, sample, unknown, switchedOn }) {
    const owner = await actors.owner()
    await switchedOn(owner, 'control')
    const { id: parent } = await actors.workspace(owner)
    const [nothing, nowhere] = [unknown('policy'), unknown('unit')]
    // each of them after its twin: the same command on what exists
    const { id: policy } = given(
      await owner.createPolicy(draftPolicy({ fresh, sample }, 'control')),
    )
    given(await owner.getPolicy({ policy }))
    check.refused('read-unknown', await owner.getPolicy({ policy: nothing }))
    const description = 'said in other words'
    given(await owner.updatePolicy({ policy, description }))
    check.refused('update-unknown', await owner.updatePolicy({ policy: nothing, description }))
    const target = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    given(await owner.attachPolicy({ policy, target }))
    check.refused('attach-unknown', await owner.attachPolicy({ policy: nothing, target }))
    check.refused('attach-to-unknown', await owner.attachPolicy({ policy, target: nowhere }))
    await all(owner, 'listTargetsOf', { policy })
    check.refused('targets-of-unknown', await owner.listTargetsOf({ policy: nothing }))
    await all(owner, 'listPoliciesOn', { target, type: 'control' })
    check.refused(
      'policies-on-unknown',
      await owner.listPoliciesOn({ target: nowhere, type: 'control' }),
    )
    given(await owner.detachPolicy({ policy, target }))
    check.refused('detach-unknown', await owner.detachPolicy({ policy: nothing, target }))
    check.refused('detach-from-unknown', await owner.detachPolicy({ policy, target: nowhere }))
    given(await owner.deletePolicy({ policy }))
    check.refused('delete-unknown', await owner.deletePolicy({ policy: nothing }))
  },
})
