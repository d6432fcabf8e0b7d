import { expect, test } from 'vitest'

import { listQuotas } from './list-quotas.ts'

test('every kind of quota that the document lists has a word of ours', () => {
  const { result } = listQuotas.row
  const resources = ['account', 'organizational_unit', 'policy'].map((type) => ({
    type,
    quota: 9,
    used: 1,
    min: 0,
    max: 9,
  }))
  const read = result.read({ quotas: { resources } })
  expect(read.items.map(({ kind }) => kind)).toEqual(['account', 'unit', 'policy'])
  expect(result.write(read)).toEqual({ quotas: { resources } })
})
