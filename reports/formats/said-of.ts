import { reasonText } from '../../suites/verdict/verdict.ts'
import type { CheckResult } from '../results/results.ts'
import { printable } from '../text/printable.ts'

/** What a finding says, by the names that every report gives it, in one line each; no line says what another does. */
export function saidOf(
  check: Pick<CheckResult, 'code' | 'reason' | 'expected' | 'received'>,
): readonly (readonly [name: 'why' | 'expected' | 'received', text: string])[] {
  const { expected, received } = check
  const reason = reasonText(check)
  const isTold = begins(received, reason) || reason === `${received} where ${expected}`
  return [
    ...(reason === undefined || isTold ? [] : [['why', printable(firstLine(reason))] as const]),
    ...(expected === undefined ? [] : [['expected', printable(expected)] as const]),
    ...(received === undefined ? [] : [['received', printable(received)] as const]),
  ]
}

const begins = (text: string | undefined, beginning: string | undefined): boolean =>
  text !== undefined && beginning !== undefined && text.startsWith(beginning)

const firstLine = (text: string): string => text.split('\n', 1).join('')
