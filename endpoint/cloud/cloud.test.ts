import { describe, expect, test } from 'vitest'

import { operationOf } from '../../specs/contract/contract.ts'
import { rowOf } from '../../specs/vendor/dialect.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Args, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Answer, Credentials, Reply } from '../../specs/wire/wire.ts'
import { openFacade } from '../facade.ts'
import { chanceOf } from '../testing/chance.ts'
import { cloudAccounts, sessionOf, type CloudRole } from './cloud-accounts.ts'
import { cloudManners, type CloudManner } from './cloud-manner.ts'
import { cloudOf, cloudVendors } from './cloud.ts'
import { delegates } from './delegates.ts'

// A cloud, asked in the vendor's words; nothing listens, and the time is ours.

const start = Date.UTC(2026, 0, 15, 12)

describe.each(cloudVendors)('a cloud of %s', async (id) => {
  const vendor = await loadVendor(id)
  const accounts = new Map(cloudAccounts(vendor).map((account) => [account.role, account]))

  const keysOf = (role: CloudRole): Credentials => {
    const known = accounts.get(role)
    if (known === undefined) throw new Error(`nobody is ${role}`)
    return known.credentials
  }

  const open = (manner: Partial<CloudManner> = {}) => {
    let now = start
    const { below } = chanceOf(17)
    const facade = openFacade(vendor, {
      clock: () => now,
      random: () => below(1_000_000) / 1_000_000,
      variants: cloudOf(vendor, { ...cloudManners.quiet, ...manner }),
    })
    const endpoint = new URL('http://127.0.0.1:1')
    const deliver = async <V extends Verb>(credentials: Credentials, verb: V, args: Args<V>) => {
      const row = rowOf(vendor.dialect, verb)
      if (row === undefined) throw new Error(`${id} has no word for ${verb}`)
      const operation = operationOf(vendor.contract, row.operation)
      const message = vendor.wire.encode(operation, row.args.write(args))
      const scope = { credentials, region: vendor.region, at: new Date(now) }
      const delivered = await facade.deliver(await vendor.wire.sign(message, endpoint, scope))
      const read = (answer: Answer): Reply => vendor.wire.decode(operation, answer)
      return { ...delivered, reply: read(delivered.answer) }
    }
    const wait = (milliseconds: number): void => void (now += milliseconds)
    return { deliver, wait, troubles: facade.troubles }
  }

  test('knows the keys of its own accounts, and of nobody else', async () => {
    const { deliver } = open()
    const boss = keysOf('management')
    expect((await deliver(boss, 'getOrganization', {})).reply.kind).toBe('output')
    const stranger = vendor.mintAccount(77n)
    for (const wrong of [
      { accessKey: stranger, secret: boss.secret },
      { accessKey: stranger, secret: vendor.referenceEndpoint.secret },
      { ...boss, secret: vendor.referenceEndpoint.secret },
      { ...boss, token: 'cloud-1-no' },
    ]) {
      expect((await deliver(wrong, 'getOrganization', {})).reply.kind).toBe('refusal')
    }
  })

  test('takes a session until it ends, and then a renewed one', async () => {
    const { deliver, wait, troubles } = open()
    const { accessKey: account } = keysOf('management')
    const session = sessionOf({ account }, { openedAt: start, life: 60_000 })
    const kindOf = async (keys: Credentials) => (await deliver(keys, 'getOrganization', {})).reply
    expect((await kindOf(session)).kind).toBe('output')
    wait(60_000)
    const refused = await kindOf(session)
    const codes = {
      aws: 'ExpiredTokenException',
      huawei: 'APIGW.0301',
      tencent: 'AuthFailure.TokenFailure',
    }
    expect(refused).toMatchObject({ kind: 'refusal', code: codes[id as keyof typeof codes] })
    const renewed = sessionOf({ account }, { openedAt: start + 60_000, life: 60_000 })
    expect((await kindOf(renewed)).kind).toBe('output')
    // keys of one session with the token of another are nobody's
    expect((await kindOf({ ...session, token: renewed.token ?? '' })).kind).toBe('refusal')
    expect(troubles()).toEqual([])
  })

  test('shows what others did: closed accounts, an open invitation, a delegate where there are any', async () => {
    const { deliver } = open()
    const read = async (verb: 'listAccounts' | 'listSentInvitations'): Promise<string> =>
      (await deliver(keysOf('management'), verb, {})).answer.body
    expect(await read('listAccounts')).toContain('Closed')
    expect(await read('listSentInvitations')).toMatch(/OPEN|pending|"Status":0/u)
    expect(delegates(vendor)).toBe(accounts.has('delegatedAdministrator'))
    const { account = 'nobody' } = accounts.get('delegatedAdministrator') ?? {}
    expect((await read('listAccounts')).includes(account)).toBe(delegates(vendor))
  })

  test('takes so many messages at once, and more of them later', async () => {
    const { deliver, wait } = open({ bucket: { room: 3, perSecond: 2 } })
    const kinds = async (count: number): Promise<readonly string[]> => {
      const replies = []
      for (let one = 0; one < count; one += 1) {
        replies.push((await deliver(keysOf('management'), 'getOrganization', {})).reply.kind)
      }
      return replies
    }
    expect(await kinds(5)).toEqual(['output', 'output', 'output', 'refusal', 'refusal'])
    wait(1000)
    expect(await kinds(3)).toEqual(['output', 'output', 'refusal'])
  })

  test('sends away, breaks off, and lags as often and as long as it is told', async () => {
    const { deliver } = open({ throttled: 0.5, resetBefore: 0.1, resetAfter: 0.1 })
    const seen = { lost: 0, away: 0 }
    for (let one = 0; one < 400; one += 1) {
      const { delivery, reply } = await deliver(keysOf('management'), 'getOrganization', {})
      if (delivery?.lost === true) seen.lost += 1
      else if (reply.kind === 'refusal') seen.away += 1
    }
    expect(seen.lost).toBeGreaterThan(40)
    expect(seen.lost).toBeLessThan(100)
    expect(seen.away).toBeGreaterThan(120)
    expect(seen.away).toBeLessThan(230)
  })
})
