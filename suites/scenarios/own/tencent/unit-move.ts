import type { Actor } from '../../../actors/actor.ts'
import { scenario, type Scenario, type ScenarioContext } from '../../../dsl/scenario.ts'

const questions = {
  'moved-unit-stands-there': { title: 'A moved unit stands under its new parent' },
  'moved-unit-left': { title: 'A moved unit no longer stands under its old parent' },
  'children-move-along': { title: 'What stands in a moved unit moves along' },
  'accounts-move-along': { title: 'Accounts in a moved unit move along' },
  'renamed-on-the-way': { title: 'A unit takes a new name while it moves' },
  'name-moves-along': { title: 'A unit that was renamed keeps its name where it moves' },
  'into-itself-is-refused': {
    title: 'A unit is not moved into what stands in it',
    refusal: 'unitInsideItself',
  },
  'to-unknown-is-refused': {
    title: 'A unit is not moved to an unknown parent',
    refusal: 'parentNotFound',
  },
  'unknown-unit-is-refused': { title: 'An unknown unit is not moved', refusal: 'unitNotFound' },
  'taken-name-is-refused': {
    title: 'A unit is not moved beside one of its name',
    refusal: 'unitNameTaken',
  },
  'too-deep-is-refused': {
    title: 'A unit is not moved deeper than units may be',
    refusal: 'unitDepthExceeded',
  },
  'what-fits-moves-deep': { title: 'A unit without any in it moves as deep as units may be' },
  'tall-units-hinder-no-other': {
    title: 'How deep others stand is no matter to a unit that moves',
  },
  'refused-move-changes-nothing': { title: 'A refused move changes nothing', axis: 'atomicity' },
} as const

type Moves = ScenarioContext<keyof typeof questions>

export const unitMove: Scenario = scenario({
  id: 'unit-move',
  title: 'A unit moves within the tree',
  needs: ['unit-move', 'units', 'account-move', 'account-listing'],
  checks: questions,
  async run(context) {
    const { actors, check, given, all, fresh } = context
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const add = async (to: string, noun: string): Promise<string> =>
      given(await owner.createUnit({ parent: to, name: fresh.name(noun) })).id
    const house = await add(parent, 'house')
    const unit = await add(parent, 'unit')
    const child = await add(unit, 'child')
    const { id: account } = await actors.member(owner)
    const [home] = await all(owner, 'listParents', { child: account })
    const from = home?.id ?? (await actors.root(owner))
    given(await owner.moveAccount({ account, from, to: unit }))
    given(await owner.moveUnit({ unit, to: house }))
    check('moved-unit-stands-there', await all(owner, 'listUnits', { parent: house }), {
      includes: unit,
    })
    check('moved-unit-left', await all(owner, 'listUnits', { parent }), { excludes: unit })
    check('children-move-along', await all(owner, 'listUnits', { parent: unit }), {
      includes: child,
    })
    check('accounts-move-along', await all(owner, 'listAccountsIn', { parent: unit }), {
      includes: account,
    })
    given(await owner.moveAccount({ account, from: unit, to: from }))
    await askRefused(context, owner, { house, unit, child })
    const name = fresh.name('renamed')
    given(await owner.moveUnit({ unit, to: parent, name }))
    const moved = given(await owner.getUnit({ unit }))
    check('renamed-on-the-way', [moved.parent, moved.name], { equals: [parent, name] })
    given(await owner.moveUnit({ unit, to: house }))
    check('name-moves-along', given(await owner.getUnit({ unit })).name, { equals: name })
    await askTooDeep(context, owner, parent)
  },
})

interface Family {
  readonly house: string
  readonly unit: string
  readonly child: string
}

const askRefused = async (
  { check, given, all, fresh, unknown }: Moves,
  owner: Actor,
  { house, unit, child }: Family,
): Promise<void> => {
  const name = fresh.name('twin')
  const { id: twin } = given(await owner.createUnit({ parent: house, name }))
  const tree = async () =>
    (await all(owner, 'listTree', {})).toSorted((one, other) => one.id.localeCompare(other.id))
  const before = await tree()
  check.refused('into-itself-is-refused', await owner.moveUnit({ unit, to: child }))
  check.refused('to-unknown-is-refused', await owner.moveUnit({ unit, to: unknown('unit') }))
  check.refused(
    'unknown-unit-is-refused',
    await owner.moveUnit({ unit: unknown('unit'), to: house }),
  )
  check.refused('taken-name-is-refused', await owner.moveUnit({ unit: child, to: house, name }))
  const after = await tree()
  check.twin(
    after.some(({ id }) => id === twin),
    'the tree tells of every unit',
  )
  check('refused-move-changes-nothing', after, { equals: before })
}

const askTooDeep = async (
  { actors, check, given, fresh, limit }: Moves,
  owner: Actor,
  parent: string,
): Promise<void> => {
  const { depth } = await actors.workspace(owner)
  let deepest = parent
  for (let level = depth + 1; level < limit('unitDepth', 20); level += 1) {
    deepest = given(await owner.createUnit({ parent: deepest, name: fresh.name('level') })).id
  }
  const tall = given(await owner.createUnit({ parent, name: fresh.name('tall') })).id
  const top = given(await owner.createUnit({ parent: tall, name: fresh.name('top') })).id
  check.refused('too-deep-is-refused', await owner.moveUnit({ unit: tall, to: deepest }), {
    beyond: 'unitDepth',
  })
  // what fits by itself may go there: it was the height that did not
  const deep = await owner.moveUnit({ unit: top, to: deepest })
  check.done('what-fits-moves-deep', deep, 'unitDepth')
  const beside = given(await owner.createUnit({ parent, name: fresh.name('beside') })).id
  const other = await owner.moveUnit({ unit: tall, to: beside })
  check.done('tall-units-hinder-no-other', other, 'unitDepth')
}
