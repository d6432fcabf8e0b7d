import type { JudgedCheck } from '../../suites/verdict/verdict.ts'

/** How many steps the script has that a sequence was shortened to; none where there is no finding. */
export function stepsOf(found: Pick<JudgedCheck, 'reason'> | undefined): number {
  const numbers = /its steps ((?:\d+ ?)+)\)$/u.exec(found?.reason ?? '')?.[1]
  return numbers === undefined ? 0 : numbers.split(' ').length
}
