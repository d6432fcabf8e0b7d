import { expect, test } from 'vitest'

import { aws } from './aws/aws.ts'
import { listQuotas } from './huawei/own/list-quotas/list-quotas.ts'
import { featuresOf, ownOperation, readOwn, withOwn } from './own-operations.ts'
import { tencent } from './tencent/tencent.ts'

test('the folders of a vendor are its own operations, in the order of their names', async () => {
  const own = await readOwn('tencent')
  expect(own.map(({ verb }) => verb)).toEqual([
    'leaveNamedOrganization',
    'listTree',
    'moveAccountToRoot',
    'moveUnit',
    'updateAccount',
  ])
})

test('a folder exports its operation under its name, and nothing else', () => {
  expect(ownOperation('list-quotas', { listQuotas })).toBe(listQuotas)
  const wrong = [
    {},
    { listQuotas: 'no operation' },
    { quotas: listQuotas },
    { listQuotas, more: 1 },
    { listQuotas: { ...listQuotas, verb: 'listServices' } },
  ]
  for (const exports of wrong)
    expect(() => ownOperation('list-quotas', exports)).toThrow(
      'own/list-quotas exports not just the operation listQuotas',
    )
})

test('an own operation joins whatever is known of the vendor', () => {
  const vendor = withOwn(aws(), [listQuotas])
  const { row, template } = listQuotas
  expect(vendor.dialect.listQuotas).toBe(row)
  expect(vendor.requestTemplates[row.operation]).toBe(template)
  expect(vendor.workflows).not.toHaveProperty('listQuotas')
  expect(vendor.features.quotas?.verbs).toEqual(['listQuotas'])
  expect(vendor.features.tags?.verbs).toContain('tagResource')
})

test('where an own and a neutral verb say one operation, the own one is read first', () => {
  const { dialect, requestTemplates } = tencent()
  const saying = Object.entries(dialect).filter(
    ([, { operation }]) => operation === 'UpdateOrganizationNode',
  )
  expect(saying.map(([verb]) => verb)).toEqual(['moveUnit', 'renameUnit'])
  expect(requestTemplates).toHaveProperty('UpdateOrganizationNode')
})

test('a feature is neutral or one vendor’s own, and has one title', () => {
  const other = { ...listQuotas, feature: { ...listQuotas.feature, title: 'Another one' } }
  expect(() => featuresOf([listQuotas, other])).toThrow(
    'listQuotas calls the feature quotas otherwise',
  )
  const neutral = { ...listQuotas, feature: { id: 'tags', title: 'Tags' } } as const
  // @ts-expect-error its type names the feature already
  expect(() => featuresOf([neutral])).toThrow('listQuotas: tags is a neutral feature')
})
