import { expect, test } from 'vitest'
import { founded, guest, other, owner, smallRules, type Founded } from './stage.ts'

const [audit, backup] = ['audit.example', 'backup.example'] as const

const trusting = (): Founded => {
  const stage = founded()
  stage.join(guest)
  stage.get(owner, 'trust', { service: audit })
  stage.get(owner, 'trust', { service: backup })
  return stage
}

test('G1 trusting a service is the management’s affair', () => {
  const stage = founded()
  stage.join(guest)
  expect(stage.why(guest, 'trust', { service: audit })).toBe('accessDenied')
})

const verbs = ['trust', 'distrust', 'delegate', 'undelegate'] as const

test.each(verbs)('G2 %s knows the services', (verb) => {
  const args = { service: 'nobody.example', account: guest }
  expect(trusting().why(owner, verb, args)).toBe('serviceUnknown')
})

test('G3 trusted services are listed with their date, distrusted ones are not', () => {
  const stage = founded()
  stage.get(owner, 'trust', { service: audit })
  const [first] = stage.get(owner, 'trusted', {}).items
  expect(first).toMatchObject({ service: audit })
  stage.wait(10)
  stage.get(owner, 'trust', { service: audit })
  expect(stage.get(owner, 'trusted', {}).items).toEqual([first])
  stage.get(owner, 'distrust', { service: audit })
  expect(stage.get(owner, 'trusted', {}).items).toEqual([])
  expect(stage.why(owner, 'distrust', { service: audit })).toBe('done')
})

test('G5 a service is trusted before it has an administrator', () => {
  const stage = founded()
  stage.join(guest)
  const delegation = { account: guest, service: audit }
  expect(stage.why(owner, 'delegate', delegation)).toBe('serviceNotTrusted')
  stage.get(owner, 'trust', { service: audit })
  expect(stage.why(owner, 'delegate', delegation)).toBe('done')
})

test('G7 the management account is no delegated administrator', () => {
  const delegation = { account: owner, service: audit }
  expect(trusting().why(owner, 'delegate', delegation)).toBe('delegateManagement')
})

test.each([0, 500])('G8 a closed account is no delegated administrator (after %d ms)', (passed) => {
  const stage = trusting()
  stage.get(owner, 'close', { account: guest })
  stage.wait(passed)
  const delegation = { account: guest, service: audit }
  expect(stage.why(owner, 'delegate', delegation)).toBe('delegateSuspended')
})

test('G9 the same delegation is not made twice', () => {
  const stage = trusting()
  const delegation = { account: guest, service: audit }
  stage.get(owner, 'delegate', delegation)
  expect(stage.why(owner, 'delegate', delegation)).toBe('delegateAlready')
  expect(stage.why(owner, 'delegate', { ...delegation, service: backup })).toBe('done')
})

test('G10 a service has a limited number of administrators', () => {
  const stage = trusting()
  stage.join(other)
  stage.get(owner, 'delegate', { account: guest, service: audit })
  expect(stage.why(owner, 'delegate', { account: other, service: audit })).toBe('delegateExists')
})

test('G10 without a limit a service has any number of administrators', () => {
  const stage = founded({ ...smallRules, limits: {} })
  for (const account of [guest, other]) stage.join(account)
  stage.get(owner, 'trust', { service: audit })
  for (const account of [guest, other])
    expect(stage.why(owner, 'delegate', { account, service: audit })).toBe('done')
})

test('G11 who administers nothing is not deregistered and has no services', () => {
  const stage = trusting()
  const delegation = { account: guest, service: audit }
  expect(stage.why(owner, 'undelegate', delegation)).toBe('delegateMissing')
  expect(stage.why(owner, 'delegations', { account: guest })).toBe('delegateMissing')
  stage.get(owner, 'delegate', { ...delegation, service: backup })
  expect(stage.why(owner, 'undelegate', delegation)).toBe('delegateMissing')
})

test('G12 ending one delegation leaves the others; ending the last ends the reading', () => {
  const stage = trusting()
  stage.get(owner, 'delegate', { account: guest, service: audit })
  stage.get(owner, 'delegate', { account: guest, service: backup })
  stage.get(owner, 'undelegate', { account: guest, service: audit })
  expect(
    stage.get(owner, 'delegations', { account: guest }).items.map(({ service }) => service),
  ).toEqual([backup])
  expect(stage.why(guest, 'accounts', {})).toBe('done')
  stage.get(owner, 'undelegate', { account: guest, service: backup })
  expect(stage.why(guest, 'accounts', {})).toBe('accessDenied')
})

test('G13 administrators are listed once each, of all services or of one', () => {
  const stage = trusting()
  stage.join(other)
  stage.get(owner, 'delegate', { account: guest, service: audit })
  stage.get(owner, 'delegate', { account: other, service: backup })
  const ids = (service?: string): readonly string[] =>
    stage
      .get(owner, 'delegates', service === undefined ? {} : { service })
      .items.map(({ id }) => id)
  expect(ids()).toEqual([guest, other])
  expect(ids(backup)).toEqual([other])
  const [first] = stage.get(owner, 'delegates', {}).items
  expect(first).toMatchObject(stage.get(owner, 'account', { account: guest }))
  expect(first?.since).toBeTypeOf('number')
})

test('G14 a delegated administrator reads the organization', () => {
  const stage = trusting()
  expect(stage.why(guest, 'accounts', {})).toBe('accessDenied')
  stage.get(owner, 'delegate', { account: guest, service: audit })
  expect(stage.get(guest, 'accounts', {})).toEqual(stage.get(owner, 'accounts', {}))
})
