import type { Judgement } from '../verdict/verdict.ts'
import type { Found, Line, Played } from './play-script.ts'
import { stepText } from './script.ts'

/** A play that came to something else than the rules say. */
export interface Told {
  readonly played: Played
  readonly found: Found
  /** of which sequence of the run */
  readonly number: number
}

/** What was found: the script with what came, what ought to have come, and how to have it again. */
export function tellFound({ played, found, number }: Told): Judgement {
  const { place, expected, received } = found
  return {
    verdict: 'fail',
    reason: `${place}: ${received} where the rules have ${expected}. ${scriptText(played.lines)} (${pathText(number, played)})`,
    expected: `${place}: ${expected}`,
    received: `${place}: ${received}`,
    exchanges: played.exchanges,
  }
}

/** What was found once, and not in every play. */
export function tellFlaky({
  played,
  found,
  number,
  time,
}: Told & { readonly time: number }): Judgement {
  const { place, expected, received } = found
  return {
    verdict: 'inconclusive',
    reason: `flaky: ${place} was ${received} where the rules have ${expected}, and was not when the script was played again (time ${time}). ${scriptText(played.lines)} (${pathText(number, played)})`,
    exchanges: played.exchanges,
  }
}

/** A script as people read it: who says what, and what came. */
export function scriptText(lines: readonly Line[]): string {
  return lines
    .map(({ step, came }, index) => `${index + 1}. ${stepText(step)} → ${came}`)
    .join('; ')
}

/** The seed of the run, with as many steps for each sequence, comes to the same script. */
const pathText = (number: number, { lines }: Played): string =>
  `sequence ${number}, its steps ${lines.map(({ step }) => step.number).join(' ')}`
