import type { Args, Result } from '../../../../specs/vocabulary/verbs.ts'
import type { Actor } from '../../../actors/actor.ts'
import { walkPages } from '../../../actors/walk-pages.ts'
import { scenario, type Scenario, type ScenarioContext } from '../../../dsl/scenario.ts'

type Search = Omit<Args<'countTaggedResources'>, 'kind'>

export const tagSearch: Scenario = scenario({
  id: 'tag-search',
  title: 'Resources are found and counted by their tags',
  needs: ['tag-search', 'units', 'tags'],
  checks: {
    'any-value-fits': { title: 'Any of the values of a key fits' },
    'every-key-counts': { title: 'Every key has to fit' },
    'untagged-are-found': { title: 'Resources without tags are found' },
    'everything-is-found': { title: 'Without a criterion everything is found' },
    'deleted-is-not-found': { title: 'What was deleted is neither found nor counted' },
    'count-agrees': { title: 'As many are counted as are found' },
    'keys-have-their-values': { title: 'Keys in use are told with all their values' },
  },
  async run({ actors, check, given, all, fresh }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const [team, stage] = [fresh.name('team'), fresh.name('stage')]
    const unit = unitsTagged({ given, fresh }, owner, parent)
    const blue = await unit({ [team]: 'blue' })
    const red = await unit({ [team]: 'red', [stage]: 'test' })
    const bare = await unit({})
    const own = [blue, red, bare]
    const counts: boolean[] = []
    const find = async (search: Search) => {
      const found = await readFound(owner, search, given)
      const { total } = given(await owner.countTaggedResources({ kind: 'unit', ...search }))
      counts.push(found.every((page) => page.total === total))
      const ids = found.flatMap(({ items }) => items.map(({ id }) => id))
      return own.filter((id) => ids.includes(id))
    }
    const either = { key: team, values: ['blue', 'red'] }
    check('any-value-fits', await find({ tags: [either] }), { equals: [blue, red] })
    const both = [either, { key: stage, values: ['test'] }]
    check('every-key-counts', await find({ tags: both }), { equals: [red] })
    check('untagged-are-found', await find({ untaggedOnly: true }), { equals: [bare] })
    check('everything-is-found', await find({}), { equals: own })
    const each = ['any value', 'every key', 'untagged', 'everything']
    check('count-agrees', counts, { equals: [true, true, true, true], each })
    given(await owner.deleteUnit({ unit: bare }))
    const left = await find({})
    const met = { found: left, 'as many counted as found': counts.at(-1) }
    check('deleted-is-not-found', met, {
      equals: { found: [blue, red], 'as many counted as found': true },
    })
    const values = (await all(owner, 'listTagValues', { kind: 'unit' })).find(
      ({ key }) => key === team,
    )
    check('keys-have-their-values', values?.values.toSorted(), { equals: ['blue', 'red'] })
  },
})

/** Makes units with tags. */
const unitsTagged =
  (
    { given, fresh }: Pick<ScenarioContext<string>, 'given' | 'fresh'>,
    owner: Actor,
    parent: string,
  ) =>
  async (tags: Readonly<Record<string, string>>): Promise<string> => {
    const pairs = Object.entries(tags).map(([key, value]) => ({ key, value }))
    return given(await owner.createUnit({ parent, name: fresh.name('unit'), tags: pairs })).id
  }

/** The pages of what a search finds, as prerequisites: the next one is asked for by how many were found so far. */
const readFound = async (
  owner: Actor,
  search: Search,
  given: ScenarioContext<string>['given'],
): Promise<readonly Result<'listTaggedResources'>[]> => {
  let seen = 0
  const { pages, end } = await walkPages(async (offset: number | undefined) => {
    const from = offset === undefined ? {} : { offset }
    const outcome = await owner.listTaggedResources({ kind: 'unit', ...search, ...from })
    if (outcome.kind !== 'done') return outcome
    const { items, total } = outcome.value
    seen += items.length
    const next = items.length > 0 && seen < total ? seen : undefined
    return { ...outcome, value: { items: [outcome.value], next } }
  })
  if (end.kind === 'broken') given(end.outcome)
  return pages.flatMap(({ items }) => items)
}
