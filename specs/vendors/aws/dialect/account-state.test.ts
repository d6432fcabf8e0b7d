import { describe, expect, test } from 'vitest'

import { Unreadable } from '../../../vendor/lens.ts'
import { account, delegate } from './structures.ts'

const id = '123456789012'

describe('what has become of an account', () => {
  test.each([
    [{ Status: 'ACTIVE' }, 'active'],
    [{ State: 'ACTIVE' }, 'active'],
    [{ Status: 'SUSPENDED', State: 'CLOSED' }, 'suspended'],
    [{ State: 'CLOSED' }, 'suspended'],
    [{ State: 'SUSPENDED' }, 'suspended'],
    [{ State: 'PENDING_CLOSURE' }, 'closing'],
    [{ Status: 'ACTIVE', State: 'PENDING_ACTIVATION' }, 'PENDING_ACTIVATION'],
    [{ Status: 'SUSPENDED', State: null }, 'suspended'],
    [{}, undefined],
  ] as const)('%j is read as %s', (said, status) => {
    expect(account.read({ Id: id, ...said }).status).toBe(status)
    expect(delegate.read({ Id: id, ...said }).status).toBe(status)
  })

  test('is written in both members', () => {
    expect(account.write({ id, status: 'suspended' })).toMatchObject({
      Status: 'SUSPENDED',
      State: 'CLOSED',
    })
    expect(account.write({ id })).not.toHaveProperty('State')
  })

  test('is unreadable where it is no text', () => {
    expect(() => account.read({ Id: id, State: 1 })).toThrow(Unreadable)
  })
})
