import { expect, test } from 'vitest'

import { founded, guest, owner, smallRules, type Founded } from './test-model.ts'

interface Grown extends Founded {
  readonly add: (parent: string, name: string) => string
}

const grown = (rules = smallRules): Grown => {
  const stage = founded(rules)
  const add = (parent: string, name: string): string =>
    stage.get(owner, 'createUnit', { parent, name }).id
  return { ...stage, add }
}

test('a unit moves with everything in it', () => {
  const stage = grown()
  const [house, unit] = [stage.add(stage.root, 'house'), stage.add(stage.root, 'unit')]
  const child = stage.add(unit, 'child')
  expect(stage.get(owner, 'moveUnit', { unit, to: house })).toMatchObject({ parent: house })
  const tree = stage.get(owner, 'listTree', {}).items
  expect(tree.map(({ id, parent }) => [id, parent])).toEqual([
    [stage.root, undefined],
    [house, stage.root],
    [unit, house],
    [child, unit],
  ])
})

test('a unit takes a new name on the way, or keeps its own', () => {
  const stage = grown()
  const [house, unit] = [stage.add(stage.root, 'house'), stage.add(stage.root, 'unit')]
  expect(stage.get(owner, 'moveUnit', { unit, to: house, name: 'room' }).name).toBe('room')
  expect(stage.get(owner, 'moveUnit', { unit, to: stage.root }).name).toBe('room')
})

test('unit and parent exist, and the parent is not in the unit', () => {
  const stage = grown()
  const unit = stage.add(stage.root, 'unit')
  const child = stage.add(unit, 'child')
  const why = (one: string, to: string): string => stage.why(owner, 'moveUnit', { unit: one, to })
  expect(why('x', unit)).toBe('unitNotFound')
  expect(why(stage.root, unit)).toBe('unitNotFound')
  expect(why(unit, 'x')).toBe('parentNotFound')
  expect(why(unit, unit)).toBe('unitInsideItself')
  expect(why(unit, child)).toBe('unitInsideItself')
})

test('names stay unique among siblings', () => {
  const stage = grown()
  const house = stage.add(stage.root, 'house')
  const twin = stage.add(house, 'unit')
  const unit = stage.add(stage.root, 'unit')
  expect(stage.why(owner, 'moveUnit', { unit, to: house })).toBe('unitNameTaken')
  expect(stage.why(owner, 'moveUnit', { unit: twin, to: stage.root })).toBe('unitNameTaken')
  expect(stage.why(owner, 'moveUnit', { unit, to: house, name: 'other' })).toBe('done')
})

test('nothing in a moved unit gets deeper than units may be', () => {
  const stage = grown()
  const house = stage.add(stage.root, 'house')
  const room = stage.add(house, 'room')
  const tall = stage.add(stage.root, 'tall')
  const top = stage.add(tall, 'top')
  expect(stage.why(owner, 'moveUnit', { unit: tall, to: room })).toBe('unitDepthExceeded')
  expect(stage.why(owner, 'moveUnit', { unit: tall, to: house })).toBe('done')
  expect(stage.why(owner, 'moveUnit', { unit: top, to: room })).toBe('done')
})

test('moving a unit to where it stands renames it, where that is allowed', () => {
  const strict = grown()
  const unit = strict.add(strict.root, 'unit')
  expect(strict.why(owner, 'moveUnit', { unit, to: strict.root })).toBe('unitInsideItself')
  const lenient = grown({ ...smallRules, movesInPlace: true })
  const one = lenient.add(lenient.root, 'unit')
  const said = { unit: one, to: lenient.root, name: 'renamed' }
  expect(lenient.get(owner, 'moveUnit', said).name).toBe('renamed')
})

test('an account taken out of its unit stands in the root', () => {
  const stage = grown()
  stage.join(guest)
  const [house, other] = [stage.add(stage.root, 'house'), stage.add(stage.root, 'other')]
  stage.get(owner, 'moveAccount', { account: guest, to: house })
  const why = (from: string): string =>
    stage.why(owner, 'moveAccountToRoot', { account: guest, from })
  expect(why('x')).toBe('unitNotFound')
  expect(why(stage.root)).toBe('displaceFromRoot')
  expect(why(other)).toBe('accountNotInUnit')
  expect(why(house)).toBe('done')
  expect(stage.get(owner, 'listParents', { child: guest }).items[0]?.id).toBe(stage.root)
  expect(why(house)).toBe('accountNotInUnit')
})

test('the whole tree counts the accounts that stand in each unit', () => {
  const stage = grown()
  stage.join(guest)
  const house = stage.add(stage.root, 'house')
  stage.get(owner, 'moveAccount', { account: guest, to: house })
  const { items } = stage.get(owner, 'listTree', {})
  expect(items.map(({ accounts }) => accounts)).toEqual([1, 1])
})

test('who names the organization leaves only that one', () => {
  const stage = grown({
    ...smallRules,
    callers: { ...smallRules.callers, leaveNamedOrganization: 'member' },
  })
  stage.join(guest)
  const { id: organization } = stage.get(guest, 'getOrganization', {})
  expect(stage.why(guest, 'leaveNamedOrganization', { organization: 'x' })).toBe(
    'notInOrganization',
  )
  expect(stage.why(owner, 'leaveNamedOrganization', { organization })).toBe('leaveManagement')
  expect(stage.why(guest, 'leaveNamedOrganization', { organization })).toBe('done')
  expect(stage.why(guest, 'leaveNamedOrganization', { organization })).toBe('notInOrganization')
})

test('where pages are counted, an offset asks for the next one', () => {
  const stage = grown({ ...smallRules, pages: 'offsets' })
  for (const name of ['one', 'two', 'three']) stage.add(stage.root, name)
  const units = (size: number, token = '0'): readonly unknown[] => {
    const page = stage.get(owner, 'listUnits', { parent: stage.root, size, token })
    return [page.items.map(({ name }) => name), page.next, page.total]
  }
  expect(units(2)).toEqual([['one', 'two'], '2', 3])
  expect(units(2, '2')).toEqual([['three'], undefined, 3])
  expect(units(2, '9')).toEqual([[], undefined, 3])
  expect(units(0)).toEqual([[], undefined, 3])
  expect(stage.why(owner, 'listUnits', { parent: stage.root, token: 'two' })).toBe(
    'pageTokenInvalid',
  )
  expect(stage.why(owner, 'listUnits', { parent: stage.root, size: -1 })).toBe('invalid.minimum')
})
