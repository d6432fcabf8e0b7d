import { expect, test } from 'vitest'

import {
  checkGroups,
  requiredLevels,
  requirementSetSchema,
  requirementSetText,
  type RequiredCheck,
} from './requirement-set.ts'

const checks: readonly RequiredCheck[] = [
  { id: 'law/one/holds', level: 'must' },
  { id: 'law/one/holds/twice', level: 'may' },
  { id: 'law/two/holds', level: 'must' },
  { id: 'law/two/lasts', level: 'should' },
  { id: 'law/three/lasts', level: 'should' },
  { id: 'law/three/holds', level: 'must' },
]
const documents = { 'manual.txt': 'a'.repeat(64) }

test('checks come out of a set as they went in', () => {
  const levels = requiredLevels({ documents, checks: checkGroups(checks) })
  expect(levels).toEqual(new Map(checks.map(({ id, level }) => [id, level])))
})

test('what ends alike stands together, sorted, in whatever order it comes', () => {
  const groups = checkGroups(checks)
  expect(groups).toEqual([
    { of: ['law/one'], must: ['holds'] },
    { of: ['law/one/holds'], may: ['twice'] },
    { of: ['law/three', 'law/two'], must: ['holds'], should: ['lasts'] },
  ])
  expect(checkGroups(checks.toReversed())).toEqual(groups)
})

test('the text of a set says the set', () => {
  const vendors = { aws: { documents, checks: checkGroups(checks) } }
  const set = { schema: requirementSetSchema, version: '1.2.3', vendors } as const
  expect(JSON.parse(requirementSetText(set))).toEqual(set)
})
