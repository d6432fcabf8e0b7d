import { expect, test } from 'vitest'

import { guest, openTestModel, owner, smallRules } from '../../../../model/test-model.ts'
import { ownRulesOf } from '../../../../vendor/own-operation.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import { readOwn } from '../../../own-operations.ts'

const own = ownRulesOf({ own: await readOwn('codearts') })

const revoke = (...names: readonly string[]): Args<'revokeEndpoints'> => ({
  region: 'here',
  endpoints: names.map((endpoint) => ({ endpoint })),
})

test('R171 endpoints are revoked once, all that are named or none, by an account of no organization', () => {
  const { get, why } = openTestModel(smallRules, own)
  expect(why(guest, 'revokeEndpoints', revoke('gate-1', 'nowhere'))).toBe('endpointNotFound')
  expect(get(guest, 'revokeEndpoints', revoke('gate-1'))).toEqual({ total: 1 })
  expect(why(guest, 'revokeEndpoints', revoke('gate-1'))).toBe('endpointNotFound')
  expect(get(guest, 'revokeEndpoints', { region: 'here' })).toEqual({ total: 0 })
  expect(get(guest, 'revokeEndpoints', revoke('gate-2'))).toEqual({ total: 1 })
  expect(get(owner, 'revokeEndpoints', revoke('gate-1', 'gate-2'))).toEqual({ total: 2 })
})
