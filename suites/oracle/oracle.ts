import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Transcript } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Difference } from './differences.ts'
import { outcomeMember, refusalMember } from './judge-call.ts'
import type { Observation } from './linearize.ts'

/** A play as far as the model went beside it. */
export interface Followed {
  readonly observations: readonly Observation[]
  /** the ids of what somebody in it made or named */
  readonly met: ReadonlySet<string>
}

/** What a whole run learned of how the answers of a target compare with what the rules say they are. */
export interface Oracle {
  /** hears of the calls of a case, in the play that counts */
  readonly learn: (play: Followed) => void
  /** what the comparisons of a member come to; undefined where it was never compared */
  readonly judge: (operation: string, member: string) => Judgement | undefined
}

/** Stands for the members that an answer lacks. */
export const toldMember = 'told'

/** Stands for words that the document does not know, where the rules have one of its own. */
export const wordsMember = 'words'

/** Opens what a run learns; nothing was compared yet. */
export function openOracle(transcript: Pick<Transcript, 'keep'>): Oracle {
  const { note, agree, judge } = openMembers(transcript)
  const met = new Set<string>()
  const foreign = new Map<string, readonly Observation[]>()
  /** What stands in another play shows through here. */
  const hearForeign = (observation: Observation, id: string): void => {
    if (met.has(id)) note(observation, leakOf(observation, id))
    else foreign.set(id, [...(foreign.get(id) ?? []), observation])
  }
  const meet = (id: string): void => {
    met.add(id)
    for (const observation of foreign.get(id) ?? []) note(observation, leakOf(observation, id))
    foreign.delete(id)
  }
  return {
    learn: ({ observations, met: own }) => {
      for (const one of observations) {
        agree(one)
        for (const difference of one.differences) note(one, difference)
        for (const id of one.foreign) hearForeign(one, id)
      }
      own.forEach(meet)
    },
    judge,
  }
}

interface Members {
  readonly note: (observation: Observation, difference: Difference) => void
  readonly agree: (observation: Observation) => void
  readonly judge: Oracle['judge']
}

/** What the comparisons of each member come to: the first finding stands. */
const openMembers = (transcript: Pick<Transcript, 'keep'>): Members => {
  const found = new Map<string, Judgement>()
  const carriedOut = new Set<string>()
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
  const agree = (one: Observation): void => {
    for (const member of one.compared) pass(one.operation, member)
    if (!one.isDone || one.compared.size === 0) return
    carriedOut.add(one.operation)
    pass(one.operation, toldMember)
    if ([...one.compared].some(isOfAnswer)) pass(one.operation, wordsMember)
  }
  const judge: Oracle['judge'] = (operation, member) => {
    const judged = found.get(keyOf(operation, member))
    // who refuses everything refuses what is to be refused, too
    return judged?.verdict === 'pass' && !carriedOut.has(operation) ? undefined : judged
  }
  return { note, agree, judge }
}

/** What is of another organization stands in a list: the one that was compared. */
const leakOf = ({ compared }: Observation, id: string): Difference => ({
  member: [...compared].find((member) => !member.includes('.')) ?? outcomeMember,
  kind: 'entries',
  expected: `a list without ${id}, which is another organization's`,
  received: `a list with ${id}`,
})

/** Whether a member stands in the answer: what it comes to shows no word. */
const isOfAnswer = (member: string): boolean => member !== outcomeMember && member !== refusalMember

const keyOf = (operation: string, member: string): string => `${operation}/${member}`

/** The member whose check a difference decides. */
export function placeOf({ kind, member }: Difference): string {
  if (kind === 'unheard') return wordsMember
  return kind === 'untold' ? toldMember : member
}

/** The id of the check of a member; of the case that asks all of an operation where none is named. */
export function modelId(vendor: VendorId, operation: string, member?: string): string {
  return ['model', vendor, operation, ...(member === undefined ? [] : [member])].join('/')
}

const findingOf = (
  { exchange }: Observation,
  { member, expected, received }: Difference,
): Judgement => {
  const place = isOfAnswer(member) ? `${member}: ` : ''
  return {
    verdict: 'fail',
    reason: `${place}${received} where the rules have ${expected}`,
    expected: `${place}${expected}`,
    received: `${place}${received}`,
    exchanges: [exchange],
  }
}
