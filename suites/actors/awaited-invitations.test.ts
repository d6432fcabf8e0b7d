import { beforeEach, expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { InvitationState } from '../../specs/vocabulary/nouns.ts'
import { HumanAwaited } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { openAwaitedInvitations, type AwaitedInvitations } from './awaited-invitations.ts'
import { openLedger, type Ledger } from './ledger.ts'
import type { Hand, SpokenVerb } from './speaker.ts'

const vendor = await loadVendor('aws')
const account = '210987654321'
const owner = '123456789012'
const target = { kind: 'account', id: account } as const
const inviting: SpokenVerb = { verb: 'inviteAccount', all: [{ target }] }

let state: InvitationState
let members: readonly string[]
let ledger: Ledger
let awaited: AwaitedInvitations

const done = <T>(value: T): Outcome<T> => ({ kind: 'done', operation: 'any', exchange: 7, value })
const eyes = {
  id: owner,
  listAccounts: async () => done({ items: members.map((id) => ({ id })) }),
  getInvitation: async () => done({ id: 'h-1', state }),
} as unknown as Hand

beforeEach(() => {
  state = 'open'
  members = [owner]
  ledger = openLedger()
  awaited = openAwaitedInvitations({ vendor, ledger, keepsAwaited: true, eyes: () => eyes })
})

const playing = (id: string) => awaited.play({ case: id, manual: [account], reader: eyes })

/** Says that the account is invited; answers whether that was sent. */
async function invite(played: ReturnType<typeof playing>): Promise<boolean> {
  let sent = false
  const outcome = await played.around(inviting, async () => {
    sent = true
    const args = { target }
    const write = { verb: 'inviteAccount', operation: 'Invite', account: owner, args } as const
    const number = ledger.intend(write)
    ledger.note({ step: 'done', number, id: 'h-1' })
    return done({ id: 'h-1', state: 'open' })
  })
  expect(outcome).toMatchObject({ kind: 'done', value: { id: 'h-1', state: 'open' } })
  return sent
}

test('the case goes on with what it was answered, whatever the human has done since', async () => {
  const first = playing('scenario/one')
  expect(await invite(first)).toBe(true)
  expect(first.begin('h-1').keep()).toBeInstanceOf(HumanAwaited)
  expect(awaited.isKept(1)).toBe(true)
  state = 'accepted'
  const second = playing('scenario/one')
  expect(await invite(second)).toBe(false)
  second.begin('h-1').over()
  expect([awaited.isKept(1), awaited.isOver(1)]).toEqual([false, true])
})

test('another case does not get the account', async () => {
  const first = playing('scenario/one')
  await invite(first)
  first.begin('h-1').keep()
  expect(() => playing('scenario/two').ensureFree(account)).toThrow(HumanAwaited)
  expect(() => playing('scenario/two').ensureFree(owner)).not.toThrow()
  expect(() => playing('scenario/one').ensureFree(account)).not.toThrow()
})

test.each([
  ['was a member', async () => void (members = [owner, account])],
  [
    'could have been seen before',
    async (played: ReturnType<typeof playing>) =>
      void (await played.around({ verb: 'listAccounts', all: [{}] }, async () => done({}))),
  ],
  [
    'was asked before',
    async (played: ReturnType<typeof playing>) => void played.begin('h-another'),
  ],
])('nothing is kept where the account %s', async (_, before) => {
  const played = playing('scenario/one')
  await before(played)
  await invite(played)
  expect(played.begin('h-1').keep()).toBeUndefined()
  expect(awaited.isKept(1)).toBe(false)
})

test('nothing is kept where the case has looked since it was sent', async () => {
  const played = playing('scenario/one')
  await invite(played)
  played.heard()
  expect(played.begin('h-1').keep()).toBeUndefined()
})

test('that a human has answered in the meantime is told once', async () => {
  const played = playing('scenario/one')
  await invite(played)
  played.begin('h-1').keep()
  expect(await awaited.answeredMeanwhile()).toBeUndefined()
  state = 'accepted'
  expect(await awaited.answeredMeanwhile()).toContain(account)
  expect(await awaited.answeredMeanwhile()).toBeUndefined()
})
