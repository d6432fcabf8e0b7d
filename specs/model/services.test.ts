import { expect, test } from 'vitest'

import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

const [audit, backup] = ['audit.example', 'backup.example'] as const

const trusting = (): Founded => {
  const model = founded()
  model.join(guest)
  model.get(owner, 'enableServiceAccess', { service: audit })
  model.get(owner, 'enableServiceAccess', { service: backup })
  return model
}

test('trusting a service is the management’s affair', () => {
  const model = founded()
  model.join(guest)
  expect(model.why(guest, 'enableServiceAccess', { service: audit })).toBe('accessDenied')
})

const verbs = [
  'enableServiceAccess',
  'disableServiceAccess',
  'registerDelegate',
  'deregisterDelegate',
] as const

test.each(verbs)('%s knows the services', (verb) => {
  const args = { service: 'nobody.example', account: guest }
  expect(trusting().why(owner, verb, args)).toBe('serviceUnknown')
})

test('trusted services are listed with their date, distrusted ones are not', () => {
  const model = founded()
  model.get(owner, 'enableServiceAccess', { service: audit })
  const [first] = model.get(owner, 'listTrustedServices', {}).items
  expect(first).toMatchObject({ service: audit })
  model.wait(10)
  model.get(owner, 'enableServiceAccess', { service: audit })
  expect(model.get(owner, 'listTrustedServices', {}).items).toEqual([first])
  model.get(owner, 'disableServiceAccess', { service: audit })
  expect(model.get(owner, 'listTrustedServices', {}).items).toEqual([])
  expect(model.why(owner, 'disableServiceAccess', { service: audit })).toBe('done')
})

test('a service is trusted before it has an administrator', () => {
  const model = founded()
  model.join(guest)
  const delegation = { account: guest, service: audit }
  expect(model.why(owner, 'registerDelegate', delegation)).toBe('serviceNotTrusted')
  model.get(owner, 'enableServiceAccess', { service: audit })
  expect(model.why(owner, 'registerDelegate', delegation)).toBe('done')
})

test('the management account is no delegated administrator', () => {
  const delegation = { account: owner, service: audit }
  expect(trusting().why(owner, 'registerDelegate', delegation)).toBe('delegateManagement')
})

test.each([0, 500])('a closed account is no delegated administrator (after %d ms)', (passed) => {
  const model = trusting()
  model.get(owner, 'closeAccount', { account: guest })
  model.wait(passed)
  const delegation = { account: guest, service: audit }
  expect(model.why(owner, 'registerDelegate', delegation)).toBe('delegateSuspended')
})

test('the same delegation is not made twice', () => {
  const model = trusting()
  const delegation = { account: guest, service: audit }
  model.get(owner, 'registerDelegate', delegation)
  expect(model.why(owner, 'registerDelegate', delegation)).toBe('delegateAlready')
  expect(model.why(owner, 'registerDelegate', { ...delegation, service: backup })).toBe('done')
})

test('a service has a limited number of administrators', () => {
  const model = trusting()
  model.join(other)
  model.get(owner, 'registerDelegate', { account: guest, service: audit })
  expect(model.why(owner, 'registerDelegate', { account: other, service: audit })).toBe(
    'delegateExists',
  )
})

test('without a limit a service has any number of administrators', () => {
  const model = founded({ ...smallRules, limits: {} })
  for (const account of [guest, other]) model.join(account)
  model.get(owner, 'enableServiceAccess', { service: audit })
  for (const account of [guest, other])
    expect(model.why(owner, 'registerDelegate', { account, service: audit })).toBe('done')
})

test('who administers nothing is not deregistered and has no services', () => {
  const model = trusting()
  const delegation = { account: guest, service: audit }
  expect(model.why(owner, 'deregisterDelegate', delegation)).toBe('delegateMissing')
  expect(model.why(owner, 'listDelegations', { account: guest })).toBe('delegateMissing')
  model.get(owner, 'registerDelegate', { ...delegation, service: backup })
  expect(model.why(owner, 'deregisterDelegate', delegation)).toBe('delegateMissing')
})

test('ending one delegation leaves the others; ending the last ends the reading', () => {
  const model = trusting()
  model.get(owner, 'registerDelegate', { account: guest, service: audit })
  model.get(owner, 'registerDelegate', { account: guest, service: backup })
  model.get(owner, 'deregisterDelegate', { account: guest, service: audit })
  expect(
    model.get(owner, 'listDelegations', { account: guest }).items.map(({ service }) => service),
  ).toEqual([backup])
  expect(model.why(guest, 'listAccounts', {})).toBe('done')
  model.get(owner, 'deregisterDelegate', { account: guest, service: backup })
  expect(model.why(guest, 'listAccounts', {})).toBe('accessDenied')
})

test('administrators are listed once each, of all services or of one', () => {
  const model = trusting()
  model.join(other)
  model.get(owner, 'registerDelegate', { account: guest, service: audit })
  model.get(owner, 'registerDelegate', { account: other, service: backup })
  const ids = (service?: string): readonly string[] =>
    model
      .get(owner, 'listDelegates', service === undefined ? {} : { service })
      .items.map(({ id }) => id)
  expect(ids()).toEqual([guest, other])
  expect(ids(backup)).toEqual([other])
  const [first] = model.get(owner, 'listDelegates', {}).items
  expect(first).toMatchObject(model.get(owner, 'getAccount', { account: guest }))
  expect(first?.since).toBeTypeOf('number')
})

test('a delegated administrator reads the organization', () => {
  const model = trusting()
  expect(model.why(guest, 'listAccounts', {})).toBe('accessDenied')
  model.get(owner, 'registerDelegate', { account: guest, service: audit })
  expect(model.get(guest, 'listAccounts', {})).toEqual(model.get(owner, 'listAccounts', {}))
})
