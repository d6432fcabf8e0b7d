import { expect, test } from 'vitest'

import { inventedReports } from '../../reports/results/invented-results.ts'
import { openProgress } from './progress.ts'

function watch(isTTY: boolean, step: number): string {
  let [text, time] = ['', 0]
  const terminal = { isTTY, write: (more: string) => void (text += more) }
  const progress = openProgress(terminal, () => (time += step))
  progress.planned(inventedReports.length)
  for (const report of inventedReports) progress.reported([report])
  progress.close()
  return text
}

test('a terminal sees a bar that is wiped away at the end', () => {
  const text = watch(true, 1000)
  expect(text).toContain('█')
  expect(text).toContain('8 of 8 checks, 3 wrong')
  expect(text.endsWith('\r\u001B[2K')).toBe(true)
})

test('elsewhere there are plain lines', () => {
  const text = watch(false, 5000)
  expect(text).not.toContain('\u001B')
  expect(text).toContain('3 of 8 checks, 2 wrong\n')
})

test('what comes fast is not told one by one', () => {
  expect(watch(false, 1).split('\n')).toHaveLength(2)
})

test.each([true, false])('a long wait is told in a line of its own (live: %s)', (isTTY) => {
  let text = ''
  const terminal = { isTTY, write: (more: string) => void (text += more) }
  openProgress(terminal, () => 0).waiting('mine', { for: 'creation', seconds: 20 })
  expect(text).toContain('mine: waiting for the creation of an account for 20 s\n')
})
