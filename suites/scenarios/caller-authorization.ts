import { askDenied, denied } from '../dsl/denied.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const callerAuthorization: Scenario = scenario({
  id: 'caller-authorization',
  title: 'A member may not do what the management account may',
  needs: ['units', 'tree', 'account-listing'],
  checks: {
    'member-reads-organization': {
      title: 'A member reads the organization',
      axis: 'authorization',
    },
    'member-cannot-list-roots': denied('A member cannot list the roots'),
    'member-cannot-list-accounts': denied('A member cannot list the accounts'),
    'member-cannot-read-account': denied('A member cannot read another account'),
    'member-cannot-list-children': denied('A member cannot list children'),
    'member-cannot-list-parents': denied('A member cannot list parents'),
    'member-cannot-list-units': denied('A member cannot list units'),
    'member-cannot-read-unit': denied('A member cannot read a unit'),
    'member-cannot-create-unit': denied('A member cannot create a unit'),
    'member-cannot-delete-unit': denied('A member cannot delete a unit'),
    'nothing-is-changed': { title: 'What a member is refused is not done', axis: 'atomicity' },
  },
  async run({ actors, check, given, all, fresh }) {
    const owner = await actors.owner()
    const { id: workspace } = await actors.workspace(owner)
    const parent = given(await owner.createUnit({ parent: workspace, name: fresh.name('home') })).id
    const unit = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const member = await actors.member(owner)
    const seen = given(await member.getOrganization())
    check('member-reads-organization', seen.management, { equals: owner.id })
    const name = fresh.name('refused')
    const intruding = await member.createUnit({ parent, name })
    const units = await all(owner, 'listUnits', { parent })
    check(
      'nothing-is-changed',
      units.map(({ id }) => id),
      { equals: [unit] },
    )
    if (intruding.kind === 'done') check.refused('member-cannot-create-unit', intruding)
    await askDenied(
      { check, given },
      { stranger: member, entitled: owner },
      {
        'member-cannot-list-roots': (actor) => actor.listRoots(),
        'member-cannot-list-accounts': (actor) => actor.listAccounts(),
        'member-cannot-read-account': (actor) => actor.getAccount({ account: owner.id }),
        'member-cannot-list-children': (actor) => actor.listChildren({ parent, kind: 'unit' }),
        'member-cannot-list-parents': (actor) => actor.listParents({ child: unit }),
        'member-cannot-list-units': (actor) => actor.listUnits({ parent }),
        'member-cannot-read-unit': (actor) => actor.getUnit({ unit }),
        'member-cannot-create-unit': (actor) => actor.createUnit({ parent, name }),
        'member-cannot-delete-unit': (actor) => actor.deleteUnit({ unit }),
      },
    )
  },
})
