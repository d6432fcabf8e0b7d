import { expect, test } from 'vitest'

import { stoppedByFailure } from './stopped-by-failure.ts'

test('what can not be recorded stops the run and is thrown when it is over', () => {
  const stopping = new AbortController()
  const full = new Error('no space left')
  let count = 0
  const { heard, ensureHeard } = stoppedByFailure(() => {
    count += 1
    if (count === 2) throw full
  }, stopping)
  heard({ kind: 'ready' })
  expect(stopping.signal.aborted).toBe(false)
  expect(ensureHeard).not.toThrow()
  heard({ kind: 'ready' })
  expect(stopping.signal.aborted).toBe(true)
  // what comes after it is still heard: what was left behind, above all
  heard({ kind: 'ready' })
  expect(count).toBe(3)
  expect(ensureHeard).toThrow(full)
})
