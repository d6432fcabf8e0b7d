import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Exchange } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { boundedCase } from './bounded-case.ts'
import type { CaseContext } from './case-context.ts'
import { openMonitor, type Monitor } from './monitor.ts'

const vendor = await loadVendor('aws')

/** What the case decides after so many answers. */
const judge = async (monitor: Monitor, answers: number): Promise<Judgement | undefined> => {
  let judged: Judgement | undefined
  const client = { counts: () => ({ calls: 20, answers }) }
  const record = (_: string, judgement: Judgement): void => void (judged = judgement)
  const context: unknown = { monitor, client, decided: new Map(), record }
  await boundedCase(vendor).run(context as CaseContext)
  return judged
}

test('where everything could be read that passes; where nothing came nothing is known', async () => {
  const monitor = openMonitor({ keep: () => {} })
  expect(await judge(monitor, 5)).toEqual({ verdict: 'pass', exchanges: [] })
  expect(await judge(monitor, 0)).toMatchObject({ verdict: 'untestable' })
})

test('what was too much is found, whether or not anything else came, and the first of it is kept', async () => {
  const kept: number[] = []
  const monitor = openMonitor({ keep: (id) => void kept.push(id) })
  for (const id of [7, 8]) {
    monitor.unbounded('ListRoots', 'more than 10 bytes', { id } as Exchange)
  }
  expect(kept).toEqual([7])
  for (const answers of [0, 5]) {
    expect(await judge(monitor, answers)).toMatchObject({
      verdict: 'fail',
      received: 'more than 10 bytes (ListRoots, 2 times)',
      exchanges: [7],
    })
  }
})
