import { draftPolicy } from '../actors/draft-policy.ts'
import { askDenied, denied } from '../dsl/denied.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const callerAuthorizationPolicies: Scenario = scenario({
  id: 'caller-authorization-policies',
  title: 'A member may not touch policies',
  needs: ['policies', 'policy-attachment', 'units'],
  checks: {
    'member-cannot-create-policy': denied('A member cannot create a policy'),
    'member-cannot-read-policy': denied('A member cannot read a policy'),
    'member-cannot-update-policy': denied('A member cannot update a policy'),
    'member-cannot-list-policies': denied('A member cannot list policies'),
    'member-cannot-attach': denied('A member cannot attach a policy'),
    'member-cannot-list-policies-on': denied("A member cannot list a target's policies"),
    'member-cannot-list-targets-of': denied("A member cannot list a policy's targets"),
    'member-cannot-detach': denied('A member cannot detach a policy'),
    'member-cannot-delete-policy': denied('A member cannot delete a policy'),
  },
  async run({ actors, check, given, fresh, sample, switchedOn }) {
    const owner = await actors.owner()
    await switchedOn(owner, 'control')
    const { id: parent } = await actors.workspace(owner)
    const target = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const [own, wanted] = [
      draftPolicy({ fresh, sample }, 'control'),
      draftPolicy({ fresh, sample }, 'control'),
    ]
    const policy = given(await owner.createPolicy(own)).id
    const renamed = fresh.name('renamed')
    await askDenied(
      { check, given },
      { stranger: await actors.member(owner), entitled: owner },
      {
        'member-cannot-create-policy': (actor) => actor.createPolicy(wanted),
        'member-cannot-read-policy': (actor) => actor.getPolicy({ policy }),
        'member-cannot-update-policy': (actor) => actor.updatePolicy({ policy, name: renamed }),
        'member-cannot-list-policies': (actor) => actor.listPolicies({ type: 'control' }),
        'member-cannot-attach': (actor) => actor.attachPolicy({ policy, target }),
        'member-cannot-list-policies-on': (actor) =>
          actor.listPoliciesOn({ target, type: 'control' }),
        'member-cannot-list-targets-of': (actor) => actor.listTargetsOf({ policy }),
        'member-cannot-detach': (actor) => actor.detachPolicy({ policy, target }),
        'member-cannot-delete-policy': (actor) => actor.deletePolicy({ policy }),
      },
    )
  },
})
