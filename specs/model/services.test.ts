import { expect, test } from 'vitest'
import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

const [audit, backup] = ['audit.example', 'backup.example'] as const

const trusting = (): Founded => {
  const stage = founded()
  stage.join(guest)
  stage.get(owner, 'enableServiceAccess', { service: audit })
  stage.get(owner, 'enableServiceAccess', { service: backup })
  return stage
}

test('G1 trusting a service is the management’s affair', () => {
  const stage = founded()
  stage.join(guest)
  expect(stage.why(guest, 'enableServiceAccess', { service: audit })).toBe('accessDenied')
})

const verbs = [
  'enableServiceAccess',
  'disableServiceAccess',
  'registerDelegate',
  'deregisterDelegate',
] as const

test.each(verbs)('G2 %s knows the services', (verb) => {
  const args = { service: 'nobody.example', account: guest }
  expect(trusting().why(owner, verb, args)).toBe('serviceUnknown')
})

test('G3 trusted services are listed with their date, distrusted ones are not', () => {
  const stage = founded()
  stage.get(owner, 'enableServiceAccess', { service: audit })
  const [first] = stage.get(owner, 'listTrustedServices', {}).items
  expect(first).toMatchObject({ service: audit })
  stage.wait(10)
  stage.get(owner, 'enableServiceAccess', { service: audit })
  expect(stage.get(owner, 'listTrustedServices', {}).items).toEqual([first])
  stage.get(owner, 'disableServiceAccess', { service: audit })
  expect(stage.get(owner, 'listTrustedServices', {}).items).toEqual([])
  expect(stage.why(owner, 'disableServiceAccess', { service: audit })).toBe('done')
})

test('G5 a service is trusted before it has an administrator', () => {
  const stage = founded()
  stage.join(guest)
  const delegation = { account: guest, service: audit }
  expect(stage.why(owner, 'registerDelegate', delegation)).toBe('serviceNotTrusted')
  stage.get(owner, 'enableServiceAccess', { service: audit })
  expect(stage.why(owner, 'registerDelegate', delegation)).toBe('done')
})

test('G7 the management account is no delegated administrator', () => {
  const delegation = { account: owner, service: audit }
  expect(trusting().why(owner, 'registerDelegate', delegation)).toBe('delegateManagement')
})

test.each([0, 500])('G8 a closed account is no delegated administrator (after %d ms)', (passed) => {
  const stage = trusting()
  stage.get(owner, 'closeAccount', { account: guest })
  stage.wait(passed)
  const delegation = { account: guest, service: audit }
  expect(stage.why(owner, 'registerDelegate', delegation)).toBe('delegateSuspended')
})

test('G9 the same delegation is not made twice', () => {
  const stage = trusting()
  const delegation = { account: guest, service: audit }
  stage.get(owner, 'registerDelegate', delegation)
  expect(stage.why(owner, 'registerDelegate', delegation)).toBe('delegateAlready')
  expect(stage.why(owner, 'registerDelegate', { ...delegation, service: backup })).toBe('done')
})

test('G10 a service has a limited number of administrators', () => {
  const stage = trusting()
  stage.join(other)
  stage.get(owner, 'registerDelegate', { account: guest, service: audit })
  expect(stage.why(owner, 'registerDelegate', { account: other, service: audit })).toBe(
    'delegateExists',
  )
})

test('G10 without a limit a service has any number of administrators', () => {
  const stage = founded({ ...smallRules, limits: {} })
  for (const account of [guest, other]) stage.join(account)
  stage.get(owner, 'enableServiceAccess', { service: audit })
  for (const account of [guest, other])
    expect(stage.why(owner, 'registerDelegate', { account, service: audit })).toBe('done')
})

test('G11 who administers nothing is not deregistered and has no services', () => {
  const stage = trusting()
  const delegation = { account: guest, service: audit }
  expect(stage.why(owner, 'deregisterDelegate', delegation)).toBe('delegateMissing')
  expect(stage.why(owner, 'listDelegations', { account: guest })).toBe('delegateMissing')
  stage.get(owner, 'registerDelegate', { ...delegation, service: backup })
  expect(stage.why(owner, 'deregisterDelegate', delegation)).toBe('delegateMissing')
})

test('G12 ending one delegation leaves the others; ending the last ends the reading', () => {
  const stage = trusting()
  stage.get(owner, 'registerDelegate', { account: guest, service: audit })
  stage.get(owner, 'registerDelegate', { account: guest, service: backup })
  stage.get(owner, 'deregisterDelegate', { account: guest, service: audit })
  expect(
    stage.get(owner, 'listDelegations', { account: guest }).items.map(({ service }) => service),
  ).toEqual([backup])
  expect(stage.why(guest, 'listAccounts', {})).toBe('done')
  stage.get(owner, 'deregisterDelegate', { account: guest, service: backup })
  expect(stage.why(guest, 'listAccounts', {})).toBe('accessDenied')
})

test('G13 administrators are listed once each, of all services or of one', () => {
  const stage = trusting()
  stage.join(other)
  stage.get(owner, 'registerDelegate', { account: guest, service: audit })
  stage.get(owner, 'registerDelegate', { account: other, service: backup })
  const ids = (service?: string): readonly string[] =>
    stage
      .get(owner, 'listDelegates', service === undefined ? {} : { service })
      .items.map(({ id }) => id)
  expect(ids()).toEqual([guest, other])
  expect(ids(backup)).toEqual([other])
  const [first] = stage.get(owner, 'listDelegates', {}).items
  expect(first).toMatchObject(stage.get(owner, 'getAccount', { account: guest }))
  expect(first?.since).toBeTypeOf('number')
})

test('G14 a delegated administrator reads the organization', () => {
  const stage = trusting()
  expect(stage.why(guest, 'listAccounts', {})).toBe('accessDenied')
  stage.get(owner, 'registerDelegate', { account: guest, service: audit })
  expect(stage.get(guest, 'listAccounts', {})).toEqual(stage.get(owner, 'listAccounts', {}))
})
