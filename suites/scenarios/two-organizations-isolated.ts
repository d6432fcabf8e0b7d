import type { Actor } from '../actors/actor.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const twoOrganizationsIsolated: Scenario = scenario({
  id: 'two-organizations-isolated',
  title: 'Two organizations do not see each other',
  needs: ['organizations', 'units', 'account-listing'],
  checks: {
    'same-names-do-not-clash': {
      title: 'Two organizations use the same names',
      axis: 'isolation',
    },
    'lists-are-apart': {
      title: 'Accounts of another organization are not listed',
      axis: 'isolation',
    },
    'unit-of-another-is-unknown': {
      title: 'A unit of another organization is not found',
      axis: 'isolation',
      refusal: 'unitNotFound',
      or: 'accessDenied',
    },
    'account-of-another-is-unknown': {
      title: 'An account of another organization is not found',
      axis: 'isolation',
      refusal: 'accountNotFound',
      or: 'accessDenied',
    },
    'parent-of-another-is-unknown': {
      title: 'No unit is created in another organization',
      axis: 'isolation',
      refusal: 'parentNotFound',
      or: 'accessDenied',
    },
    'tag-across-is-refused': {
      title: 'A resource of another organization is not tagged',
      axis: 'isolation',
      refusal: 'tagTargetNotFound',
      or: 'accessDenied',
      needs: ['tags'],
    },
    'other-is-untouched': {
      title: 'The other organization is untouched',
      axis: 'isolation',
    },
  },
  async run({ actors, check, given, all, fresh, offered }) {
    const [here, there] = [await actors.owner(), await actors.otherOwner()]
    const name = fresh.name('unit')
    const unitIn = (owner: Actor, parent: string) => owner.createUnit({ parent, name })
    const own = { unit: given(await unitIn(here, await actors.root(here))).id }
    const root = await actors.root(there)
    const { id: unit } = check.ensured('same-names-do-not-clash', await unitIn(there, root))
    const other = { root, unit }
    check('same-names-do-not-clash', other.unit, {
      holds: own.unit !== other.unit,
      says: 'two different units',
    })
    const mine = (await all(here, 'listAccounts', {})).map(({ id }) => id)
    check('lists-are-apart', mine, {
      holds: mine.includes(here.id) && !mine.includes(there.id),
      says: `${here.id} is listed and ${there.id} is not`,
    })
    // an organization may be founded with things in it
    const unitsThere = async () =>
      (await all(there, 'listUnits', { parent: other.root })).map(({ id }) => id).toSorted()
    const before = await unitsThere()
    check.twin(before.includes(other.unit), 'the other organization lists its unit')
    given(await here.getUnit({ unit: own.unit }))
    check.refused('unit-of-another-is-unknown', await here.getUnit({ unit: other.unit }))
    given(await here.getAccount({ account: here.id }))
    check.refused('account-of-another-is-unknown', await here.getAccount({ account: there.id }))
    check.refused(
      'parent-of-another-is-unknown',
      await here.createUnit({ parent: other.root, name: fresh.name('intruder') }),
    )
    check('other-is-untouched', await unitsThere(), { equals: before })
    if (!offered('tags')) return
    const tags = [{ key: 'team', value: 'here' }]
    given(await here.tagResource({ resource: own.unit, tags }))
    check.refused('tag-across-is-refused', await here.tagResource({ resource: other.unit, tags }))
  },
})
