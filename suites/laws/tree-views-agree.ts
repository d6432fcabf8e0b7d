import type { Actor } from '../actors/actor.ts'
import { contradictions } from '../dsl/contradictions.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

const questions = {
  'units-and-parents': { title: 'A unit is a child of what it has as its parent' },
  'units-alike': { title: 'A unit is told alike by itself and in its list' },
  'accounts-and-parents': { title: 'An account is listed where it stands, and there alone' },
  'accounts-alike': { title: 'An account is told alike by itself and in every list' },
  'whole-tree': { title: 'Every account stands in one place of the tree' },
} as const

type Views = ScenarioContext<keyof typeof questions>

export const treeViewsAgree: Scenario = scenario({
  id: 'tree-views-agree',
  kind: 'law',
  title: 'The tree is the same from above and from below',
  needs: ['units', 'tree', 'account-listing'],
  checks: questions,
  async run(context) {
    const { actors, given, fresh, offered } = context
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const unitIn = async (home: string) =>
      given(await owner.createUnit({ parent: home, name: fresh.name('unit') })).id
    const [outer, other] = [await unitIn(parent), await unitIn(parent)]
    const inner = await unitIn(outer)
    await askUnits(context, owner, { [outer]: parent, [other]: parent, [inner]: outer })
    const { id: account } = await actors.member(owner)
    const root = await actors.root(owner)
    const homeOf = async () => (await parentsOf(context, owner, account))[0] ?? root
    const from = await homeOf()
    if (offered('account-move')) given(await owner.moveAccount({ account, from, to: inner }))
    const home = await homeOf()
    await askAccounts(context, owner, { account, home, others: [root, outer, other, inner] })
    await askWholeTree(context, owner)
    if (home !== from) given(await owner.moveAccount({ account, from: home, to: from }))
  },
})

const parentsOf = async ({ all }: Views, owner: Actor, child: string): Promise<readonly string[]> =>
  (await all(owner, 'listParents', { child })).map(({ id }) => id)

/** Asks about units, by what each was made in. */
const askUnits = async (
  context: Views,
  owner: Actor,
  homes: Readonly<Record<string, string>>,
): Promise<void> => {
  const { check, given, all } = context
  const [above, below, otherwise]: [string[], string[], string[]] = [[], [], []]
  for (const unit of Object.keys(homes)) {
    // some services name no parent right below the root
    const [parent = homes[unit]] = await parentsOf(context, owner, unit)
    above.push(`${unit} in ${parent}`)
  }
  for (const parent of new Set(Object.values(homes))) {
    const children = await all(owner, 'listChildren', { parent, kind: 'unit' })
    const own = children.filter(({ id }) => homes[id] !== undefined)
    below.push(...own.map(({ id }) => `${id} in ${parent}`))
    for (const listed of await all(owner, 'listUnits', { parent })) {
      if (homes[listed.id] === undefined) continue
      const read = given(await owner.getUnit({ unit: listed.id }))
      otherwise.push(...contradictions(listed, read))
    }
  }
  check('units-and-parents', below.toSorted(), { equals: above.toSorted() })
  check('units-alike', otherwise, { equals: [] })
}

interface Standing {
  readonly account: string
  readonly home: string
  readonly others: readonly string[]
}

const askAccounts = async (
  { check, given, all }: Views,
  owner: Actor,
  { account, home, others }: Standing,
): Promise<void> => {
  const read = given(await owner.getAccount({ account }))
  const listed = await all(owner, 'listAccounts', {})
  const [found, otherwise]: [string[], string[]] = [[], []]
  for (const parent of new Set([home, ...others])) {
    const entry = (await all(owner, 'listAccountsIn', { parent })).find(({ id }) => id === account)
    if (entry === undefined) continue
    found.push(parent)
    otherwise.push(...contradictions(entry, read))
  }
  const own = listed.filter(({ id }) => id === account)
  check('accounts-and-parents', found, { equals: [home] })
  check(
    'accounts-alike',
    [own.length, ...own.flatMap((one) => contradictions(one, read)), ...otherwise],
    {
      equals: [1],
    },
  )
}

/** What the parents of the tree list is what the organization lists; a tree that was given may be too large to walk. */
const askWholeTree = async ({ check, all, actors }: Views, owner: Actor): Promise<void> => {
  const waiting = [await actors.root(owner)]
  const standing: string[] = []
  for (const parent of waiting) {
    const units = await all(owner, 'listUnits', { parent })
    waiting.push(...units.map(({ id }) => id))
    check.twin(waiting.length <= mostParents, `the tree has at most ${mostParents} units`)
    standing.push(...(await all(owner, 'listAccountsIn', { parent })).map(({ id }) => id))
  }
  const listed = (await all(owner, 'listAccounts', {})).map(({ id }) => id)
  check('whole-tree', standing.toSorted(), { equals: listed.toSorted() })
}

const mostParents = 50
