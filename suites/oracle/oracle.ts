import type { Transcript } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Difference } from './differences.ts'
import { outcomeMember, refusalMember } from './judge-call.ts'
import type { Observation } from './linearize.ts'

/** What a whole run learned of how the answers of a target compare with what the rules say they are. */
export interface Oracle {
  /** hears of the calls of a case, in the play that counts */
  readonly learn: (observations: readonly Observation[]) => void
  /** what the comparisons of a member come to; undefined where it was never compared */
  readonly judge: (operation: string, member: string) => Judgement | undefined
}

/** Stands for the members that an answer lacks. */
export const toldMember = 'told'

/** Opens what a run learns; nothing was compared yet. */
export function openOracle(transcript: Pick<Transcript, 'keep'>): Oracle {
  const found = new Map<string, Judgement>()
  const note = (observation: Observation, difference: Difference): void => {
    const key = keyOf(observation.operation, placeOf(difference))
    // the first finding stands
    if (found.get(key)?.verdict === 'fail') return
    transcript.keep(observation.exchange)
    found.set(key, findingOf(observation, difference))
  }
  const pass = (operation: string, member: string): void => {
    const key = keyOf(operation, member)
    if (!found.has(key)) found.set(key, { verdict: 'pass', exchanges: [] })
  }
  return {
    learn: (observations) => {
      for (const one of observations) {
        for (const member of one.compared) pass(one.operation, member)
        if (one.compared.size > 0 && !isRefused(one)) pass(one.operation, toldMember)
        for (const difference of one.differences) note(one, difference)
      }
    },
    judge: (operation, member) => found.get(keyOf(operation, member)),
  }
}

const keyOf = (operation: string, member: string): string => `${operation}/${member}`

const placeOf = ({ kind, member }: Difference): string => (kind === 'untold' ? toldMember : member)

const isRefused = ({ compared }: Observation): boolean =>
  [...compared].every((member) => member === outcomeMember || member === refusalMember)

const findingOf = (
  { exchange }: Observation,
  { member, kind, expected, received }: Difference,
): Judgement => {
  const isOutcome = member === outcomeMember || member === refusalMember
  const place = isOutcome ? '' : `${member}: `
  const wanted = kind === 'entries' ? `there is, too: ${expected}` : expected
  const came = kind === 'entries' ? `there is nobody's: ${received}` : received
  return {
    verdict: 'fail',
    reason: `${place}${came} where the rules have ${wanted}`,
    expected: `${place}${wanted}`,
    received: `${place}${came}`,
    exchanges: [exchange],
  }
}
