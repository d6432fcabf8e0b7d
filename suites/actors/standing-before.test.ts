import { describe, expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { openChanges } from './changes.ts'
import { effectOf } from './effect-of.ts'
import type { Hands, Reversible, Standing } from './effect.ts'
import { openLedger } from './ledger.ts'
import { lookBefore } from './standing-before.ts'

// What stands before a write, where this run changed it a moment ago and that may not be seen yet; the time moves by pauses.

const vendor = await loadVendor('tencent')
const [boss, member, unit, root] = ['100000000000', '100000000001', '31', '21']

interface Written {
  readonly verb: Verb
  readonly args: object
  readonly before?: string
  readonly id?: string
  /** what is meant now; the same unless said */
  readonly meant?: object
}

/** Looks after a write of this run was taken back; a look shows these in turn, the last for ever. */
async function lookAfter(
  { verb, args, before, id, meant = args }: Written,
  shows: readonly Standing[],
  end: 'undone' | 'done' = 'undone',
) {
  let [time, looks] = [0, 0]
  const ledger = openLedger()
  const changes = openChanges({ now: () => time, listedWithin: 10_000 })
  const known = before === undefined ? {} : { before }
  const number = ledger.intend({ verb, operation: verb, account: boss, args, ...known })
  ledger.note({ step: 'done', number, ...(id !== undefined && { id }) })
  if (end === 'undone') ledger.note({ step: 'undone', number })
  changes.note()
  const effect = effectOf(vendor, verb)
  if (effect.kind !== 'reversible') throw new Error('not reversible')
  const look: Reversible<Verb>['look'] = async () => shows[Math.min(looks++, shows.length - 1)]
  const seen = await lookBefore(
    {
      vendor,
      ledger,
      changes,
      pause: async (milliseconds) => void (time += milliseconds),
      handsOf: () => ({ owner: {}, actor: { id: boss } }) as Hands,
    },
    { ...effect, look },
    { verb, args: meant, account: boss },
  )
  return { seen, looks, time }
}

describe('an invitation', () => {
  const sent = { verb: 'inviteAccount', args: { target: { kind: 'account', id: member } } } as const

  test('that this run cancelled is still seen for a while: it is looked at until it is gone', async () => {
    const looked = await lookAfter({ ...sent, id: '55' }, ['55', '55', undefined])
    expect(looked).toEqual({ seen: undefined, looks: 3, time: 200 })
  })

  test('that stays is there, when whatever was written has to be seen', async () => {
    const looked = await lookAfter({ ...sent, id: '55' }, ['55'])
    expect(looked).toMatchObject({ seen: '55', time: 10_000 })
  })

  test('of somebody else is no matter of waiting', async () => {
    const meant = { target: { kind: 'account', id: '100000000009' } }
    const other = { ...sent, id: '55', meant }
    expect(await lookAfter(other, ['66'])).toEqual({ seen: '66', looks: 1, time: 0 })
  })
})

describe('the place of an account', () => {
  const moved = {
    verb: 'moveAccount',
    args: { account: member, from: root, to: unit },
    before: root,
  } as const

  test('is where this run put it back, however long that takes to be seen', async () => {
    const looked = await lookAfter(moved, [unit, unit, unit, unit, root])
    expect(looked.seen).toBe(root)
    expect(looked.time).toBeGreaterThan(600)
  })

  test('is where this run moved it, while that stands', async () => {
    expect((await lookAfter(moved, [root, unit], 'done')).seen).toBe(unit)
  })

  test('is what is seen where somebody else moved it since', async () => {
    const looked = await lookAfter(moved, ['77'])
    expect(looked).toMatchObject({ seen: '77', time: 10_000 })
  })
})
