import type { Transcript } from '../client/transcript.ts'
import type { ValidRefused } from '../verdict/cannot-go-on.ts'
import { hasFailed } from '../verdict/untestable.ts'
import type { JudgedCheck, Judgement } from '../verdict/verdict.ts'
import type { Successes } from './successes.ts'

/** Remembers which valid requests stories were stopped by. */
export interface Unmet {
  readonly stopped: (story: string, by: ValidRefused) => void
  /** undefined where nothing was seen that could decide it */
  readonly judge: (
    operation: string,
    decided: ReadonlyMap<string, JudgedCheck>,
  ) => Judgement | undefined
}

interface Stop {
  readonly story: string
  readonly said: string
  readonly exchanges: readonly number[]
}

/**
 * A story may be played again: what stopped it counts only where it left a check of it open in the end. An answer that only
 * says that something was done shows nothing: something has to have come of it, as it ought to.
 */
export function openUnmet(
  { keep }: Pick<Transcript, 'keep'>,
  successes: Pick<Successes, 'isAmong'>,
): Unmet {
  const stops = new Map<string, Stop[]>()
  return {
    stopped: (story, { operation, message, exchanges }) => {
      for (const id of exchanges) keep(id)
      const known = stops.get(operation) ?? []
      stops.set(operation, [...known, { story, said: message, exchanges }])
    },
    judge: (operation, decided) => {
      const stop = stops.get(operation)?.find((one) => isFinding(one, decided))
      if (stop !== undefined) return findingOf(stop)
      const isBuiltOn = [...decided.values()].some(
        ({ verdict, exchanges }) => verdict === 'pass' && successes.isAmong(operation, exchanges),
      )
      return isBuiltOn ? { verdict: 'pass', exchanges: [] } : undefined
    },
  }
}

/** Behind a finding of the same story it may be nothing but what follows. */
const isFinding = (
  { story, exchanges }: Stop,
  decided: ReadonlyMap<string, JudgedCheck>,
): boolean => {
  const own = [...decided.values()].filter((check) => check.case === story)
  const open = own.some(
    (check) =>
      check.code === 'SETUP_FAILED' && exchanges.some((id) => check.exchanges.includes(id)),
  )
  return open && !own.some(hasFailed)
}

const findingOf = ({ story, said, exchanges }: Stop): Judgement => ({
  verdict: 'fail',
  reason: `${said}, on the way of ${story}`,
  expected: 'a valid request is carried out, also where it is only a step of a story',
  received: said,
  exchanges,
})
