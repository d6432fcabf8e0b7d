import type { CheckResult } from '../results/results.ts'
import { printable } from '../text/printable.ts'
import { whyOf } from './why-of.ts'

/** What a finding says, by the names that every report gives it, in one line each; no line says what another does. */
export function saidOf(
  check: Pick<CheckResult, 'code' | 'reason' | 'expected' | 'received'>,
): readonly (readonly [name: 'why' | 'expected' | 'received', text: string])[] {
  const { expected, received } = check
  const why = whyOf(check)
  return [
    ...(why === undefined ? [] : [['why', printable(firstLine(why))] as const]),
    ...(expected === undefined ? [] : [['expected', printable(expected)] as const]),
    ...(received === undefined ? [] : [['received', printable(received)] as const]),
  ]
}

const firstLine = (text: string): string => text.split('\n', 1).join('')
