import { expect, test } from 'vitest'

import { founded, guest, owner, smallRules } from '../../../../model/test-model.ts'
import { ownRulesOf } from '../../../../vendor/own-operation.ts'
import { readOwn } from '../../../own-operations.ts'

const own = ownRulesOf({ own: await readOwn('tencent') })

test('who names the organization leaves only that one', () => {
  const callers = { ...smallRules.callers, leaveNamedOrganization: 'member' } as const
  const model = founded({ ...smallRules, callers }, 'all', own)
  model.join(guest)
  const { id: organization } = model.get(guest, 'getOrganization', {})
  expect(model.why(guest, 'leaveNamedOrganization', { organization: 'x' })).toBe(
    'notInOrganization',
  )
  expect(model.why(owner, 'leaveNamedOrganization', { organization })).toBe('leaveManagement')
  expect(model.why(guest, 'leaveNamedOrganization', { organization })).toBe('done')
  expect(model.why(guest, 'leaveNamedOrganization', { organization })).toBe('notInOrganization')
})
