import { askDenied, denied } from '../dsl/denied.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const callerAuthorizationTags: Scenario = scenario({
  id: 'caller-authorization-tags',
  title: 'A member may not tag',
  needs: ['tags', 'units'],
  checks: {
    'member-cannot-tag': denied('A member cannot tag a unit'),
    'member-cannot-read-tags': denied('A member cannot read the tags of a unit'),
    'member-cannot-untag': denied('A member cannot untag a unit'),
  },
  async run({ actors, check, given, fresh }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const resource = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const tags = [{ key: fresh.name('key'), value: 'blue' }]
    await askDenied(
      { check, given },
      { stranger: await actors.member(owner), entitled: owner },
      {
        'member-cannot-tag': (actor) => actor.tagResource({ resource, tags }),
        'member-cannot-read-tags': (actor) => actor.listTags({ resource }),
        'member-cannot-untag': (actor) =>
          actor.untagResource({ resource, keys: tags.map(({ key }) => key) }),
      },
    )
  },
})
