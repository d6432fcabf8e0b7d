import type { Actor } from '../actors/actor.ts'
import { checkPages, idOf, joins } from '../dsl/paging-law.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

export const pagesJoinToTheWhole: Scenario = scenario({
  id: 'pages-join-to-the-whole',
  kind: 'law',
  title: 'Pages of a list join to the whole, in any page size',
  needs: ['units', 'tree', 'account-listing'],
  checks: {
    units: { ...joins('Pages of units join to the whole'), needs: ['unit-pages'] },
    children: { ...joins('Pages of children join to the whole'), needs: ['unit-pages'] },
    accounts: joins('Pages of accounts join to the whole'),
    'accounts-in': joins("Pages of a parent's accounts join to the whole"),
    'child-accounts': {
      ...joins('Pages of children that are accounts join to the whole'),
      needs: ['unit-pages'],
    },
    roots: { ...joins('Pages of roots join to the whole'), needs: ['unit-pages'] },
    parents: { ...joins('Pages of parents join to the whole'), needs: ['unit-pages'] },
  },
  async run({ actors, check, given, fresh, offered }) {
    const owner = await actors.owner()
    const root = await actors.root(owner)
    const { id: workspace } = await actors.workspace(owner)
    const parent = given(await owner.createUnit({ parent: workspace, name: fresh.name('home') })).id
    let child = ''
    for (const noun of ['one', 'two', 'three', 'four', 'five']) {
      child = given(await owner.createUnit({ parent, name: fresh.name(noun) })).id
    }
    const context = { check, given }
    if (offered('unit-pages')) await askUnits(context, owner, { parent, child })
    await actors.member(owner)
    await checkPages(context, 'accounts', {
      list: (paging) => owner.listAccounts(paging),
      nameOf: idOf,
      least: 2,
    })
    await checkPages(context, 'accounts-in', {
      list: (paging) => owner.listAccountsIn({ parent: root, ...paging }),
      nameOf: idOf,
      least: 1,
    })
    if (!offered('unit-pages')) return
    await checkPages(context, 'child-accounts', {
      list: (paging) => owner.listChildren({ parent: root, kind: 'account', ...paging }),
      nameOf: idOf,
      least: 1,
    })
  },
})

type Law = Pick<ScenarioContext<'units' | 'children' | 'roots' | 'parents'>, 'check' | 'given'>

/** The lists of units, as far as they have pages. */
const askUnits = async (
  context: Law,
  owner: Actor,
  { parent, child }: { readonly parent: string; readonly child: string },
): Promise<void> => {
  await checkPages(context, 'units', {
    list: (paging) => owner.listUnits({ parent, ...paging }),
    nameOf: idOf,
    least: 5,
  })
  await checkPages(context, 'children', {
    list: (paging) => owner.listChildren({ parent, kind: 'unit', ...paging }),
    nameOf: idOf,
    least: 5,
  })
  await checkPages(context, 'roots', {
    list: (paging) => owner.listRoots(paging),
    nameOf: idOf,
    least: 1,
  })
  await checkPages(context, 'parents', {
    list: (paging) => owner.listParents({ child, ...paging }),
    nameOf: idOf,
    least: 1,
  })
}
