import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import { describeOutcome } from '../verdict/outcome.ts'
import { outcomeOf } from './outcome-of.ts'

const client = { vendor: await loadVendor('aws') } as Client

const refused: Interaction = {
  exchange: {
    id: 7,
    account: '111122223333',
    operation: 'DeletePolicy',
    request: { method: 'POST', path: '/', headers: {}, body: '{}' },
    at: 0,
    took: 1,
  },
  reply: { kind: 'refusal', status: 400, code: 'PolicyNotFoundException', notes: [] },
  violations: [],
}

const textOf = (interaction: Interaction): string =>
  describeOutcome(outcomeOf(client, interaction, (output) => output))

test('what a finding tells of a call that was said again is what came before', () => {
  const plain = 'DeletePolicy is refused: HTTP 400 PolicyNotFoundException'
  expect(textOf(refused)).toBe(plain)
  const again: Interaction = { ...refused, repeated: true, met: 'reset (2 times)' }
  expect(textOf(again)).toBe(`${plain}, said again after reset (2 times)`)
})
