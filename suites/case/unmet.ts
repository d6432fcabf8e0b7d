import type { Interaction } from '../client/interaction.ts'
import type { Transcript } from '../client/transcript.ts'
import type { ValidRefused } from '../verdict/cannot-go-on.ts'
import { claimsBehaviour } from '../verdict/claims-behaviour.ts'
import { hasFailed } from '../verdict/untestable.ts'
import type { JudgedCheck, Judgement } from '../verdict/verdict.ts'

/** Remembers which valid requests stories were stopped by, and which ones they were carried on by. */
export interface Unmet {
  readonly stopped: (story: string, by: ValidRefused) => void
  readonly played: (story: string, interactions: readonly Interaction[]) => void
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
export function openUnmet({ keep }: Pick<Transcript, 'keep'>): Unmet {
  const stops = new Map<string, Stop[]>()
  const carried = new Map<string, Set<string>>()
  return {
    stopped: (story, { operation, message, exchanges }) => {
      for (const id of exchanges) keep(id)
      const known = stops.get(operation) ?? []
      stops.set(operation, [...known, { story, said: message, exchanges }])
    },
    played: (story, interactions) => {
      for (const { exchange, reply } of interactions) {
        if (reply.kind !== 'output') continue
        const stories = carried.get(exchange.operation) ?? new Set()
        carried.set(exchange.operation, stories.add(story))
      }
    },
    judge: (operation, decided) => {
      const stop = stops.get(operation)?.find((one) => isFinding(one, decided))
      if (stop !== undefined) return findingOf(stop)
      const stories = carried.get(operation)
      const isBuiltOn = [...decided.values()].some(
        ({ verdict, axis, case: story }) =>
          verdict === 'pass' && claimsBehaviour(axis) && stories?.has(story) === true,
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
