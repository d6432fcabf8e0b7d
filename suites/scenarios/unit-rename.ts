import type { Actor } from '../actors/actor.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

export const unitRename: Scenario = scenario({
  id: 'unit-rename',
  title: 'A renamed unit keeps all but its name',
  needs: ['units', 'unit-rename'],
  checks: {
    renamed: { title: 'The new name is answered' },
    'name-reads-back': { title: 'The new name reads back' },
    'id-stays': { title: 'Renaming keeps the id' },
    'children-stay': { title: 'Renaming keeps the children' },
    'accounts-stay': {
      title: 'Renaming keeps the accounts',
      needs: ['account-move', 'account-listing'],
    },
    'policies-stay': {
      title: 'Renaming keeps the attached policies',
      needs: ['policies', 'policy-attachment'],
    },
  },
  async run(context) {
    const { actors, check, given, all, fresh, offered } = context
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('before') }))
    const child = given(await owner.createUnit({ parent: unit, name: fresh.name('child') }))
    const canHouse = offered('account-move') && offered('account-listing')
    const housed = canHouse ? await houseIn(context, owner, unit) : undefined
    const name = fresh.name('after')
    const renamed = check.done('renamed', await owner.renameUnit({ unit, name }))
    const listed = await all(owner, 'listUnits', { parent })
    const ids = [renamed, ...listed.filter((one) => one.name === name)].map(({ id }) => id)
    check('id-stays', ids, { equals: [unit, unit] })
    check('name-reads-back', given(await owner.getUnit({ unit })).name, { equals: name })
    check('children-stay', await all(owner, 'listUnits', { parent: unit }), { includes: child.id })
    if (housed !== undefined) {
      const { account, leave } = housed
      check('accounts-stay', await all(owner, 'listAccountsIn', { parent: unit }), {
        includes: account,
      })
      await leave()
    }
    if (!offered('policy-attachment')) return
    const twin = given(await owner.createUnit({ parent, name: fresh.name('twin') }))
    const attached = await all(owner, 'listPoliciesOn', { target: twin.id, type: 'control' })
    const kept = await all(owner, 'listPoliciesOn', { target: unit, type: 'control' })
    check('policies-stay', kept.map(({ id }) => id).toSorted(), {
      equals: attached.map(({ id }) => id).toSorted(),
    })
  },
})

interface Housed {
  readonly account: string
  /** it goes back to where it stood */
  readonly leave: () => Promise<unknown>
}

/** A member moves into the unit. */
const houseIn = async (
  { actors, all, given }: Pick<ScenarioContext<string>, 'actors' | 'all' | 'given'>,
  owner: Actor,
  unit: string,
): Promise<Housed> => {
  const { id: account } = await actors.member(owner)
  const [home] = await all(owner, 'listParents', { child: account })
  const from = home?.id ?? (await actors.root(owner))
  given(await owner.moveAccount({ account, from, to: unit }))
  const leave = async (): Promise<unknown> =>
    given(await owner.moveAccount({ account, from: unit, to: from }))
  return { account, leave }
}
