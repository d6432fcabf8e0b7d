import type { RefusalReply, Reply } from '../../specs/wire/wire.ts'
import type { LookUp } from './call.ts'
import type { ClientParts } from './client-parts.ts'
import { lookAgain, lookFirst } from './did-it-happen.ts'
import type { Interaction, LostReply } from './interaction.ts'
import type { Pace, Patience } from './pace.ts'
import type { Random } from './random.ts'
import { ensureGoing } from './stop.ts'
import type { Tally } from './tally.ts'
import { troubleOf, type Trouble } from './trouble.ts'
import { askedWait, growingWait } from './waits.ts'

/** What repeating needs to know of a call. */
export interface Repeatable {
  readonly operation: string
  /** to say it twice changes nothing: it reads, or it is going to be refused */
  readonly harmless: boolean
  readonly lookUp?: LookUp | undefined
}

/** What repeating works with. */
export interface RepeatParts extends Pick<ClientParts, 'vendor' | 'now' | 'pause' | 'stop'> {
  readonly pace: Pace
  readonly patience: Patience
  readonly tally: Tally
  readonly random: Random
  /** what is left twice hurts nobody: the accounts are the suite's own */
  readonly free: boolean
}

/** How far a call has come. */
interface Course {
  tries: number
  busy: number
  doubtful: number
  /** the trouble of every doubtful answer so far; undefined when they differ */
  trouble?: string | undefined
  /** it was sent again after a doubtful answer */
  again: boolean
  found?: { readonly value: unknown } | undefined
  untold: boolean
}

/** How often a call is sent that is not answered clearly. */
const doubtfulTries = { reset: 6, 'malformed-http': 6, timeout: 3, answered: 4 } as const

/**
 * Sends a call until it is answered clearly, or for as long as there is hope. What a busy endpoint did not even begin is
 * repeated freely. After a lost, cut or failed answer reads and what is going to be refused are repeated, too; any other
 * write is looked up first: what was done is taken as done. Where the accounts are free it is said again all the same:
 * how that is answered tells those who expected a refusal. Elsewhere what nobody can see is not repeated.
 */
export function repeater(
  parts: RepeatParts,
): (asked: Repeatable, send: () => Promise<Interaction>) => Promise<Interaction> {
  const { vendor, pace, pause, stop } = parts
  return async (asked, send) => {
    const paced = pace.begin()
    const course: Course = { tries: 0, busy: 0, doubtful: 0, again: false, untold: false }
    for (;;) {
      const interaction = await paced.send(send)
      course.tries += 1
      const trouble = troubleOf(vendor, interaction.reply)
      // what never came tells nothing of how busy it is
      if (interaction.reply.kind !== 'lost') paced.heard(trouble === 'busy')
      const wait = await waitAfter(parts, asked, { course, interaction, trouble })
      if (wait === undefined) return ended(parts, asked, { course, interaction, trouble })
      await pause(wait)
      ensureGoing(stop)
    }
  }
}

interface Try {
  readonly course: Course
  readonly interaction: Interaction
  readonly trouble: Trouble | undefined
}

/** Milliseconds before the next try; undefined when there is none. */
const waitAfter = async (
  parts: RepeatParts,
  asked: Repeatable,
  one: Try,
): Promise<number | undefined> => {
  if (one.trouble === undefined) return undefined
  return one.trouble === 'busy' ? waitWhenBusy(parts, one) : waitInDoubt(parts, asked, one)
}

const waitWhenBusy = (
  { pace, patience, tally, random, now }: RepeatParts,
  { course, interaction }: Try,
): number | undefined => {
  tally.busy()
  course.busy += 1
  if (course.busy >= patience.tries || pace.isSwamped()) return undefined
  const asked = Math.min(patience.longest, askedWait(interaction.exchange.answer, now()))
  return Math.max(asked, growingWait(patience, course.busy, random))
}

const waitInDoubt = async (
  parts: RepeatParts,
  asked: Repeatable,
  one: Try,
): Promise<number | undefined> => {
  const { course, interaction } = one
  const { tally, patience, random } = parts
  const trouble = troubleText(interaction.reply)
  if (course.doubtful === 0) course.trouble = trouble
  if (course.trouble !== trouble) course.trouble = undefined
  course.doubtful += 1
  if (tally.lasts(asked.operation, trouble)) return undefined
  if (course.doubtful >= triesFor(interaction.reply)) {
    if (course.trouble !== undefined) tally.lasted(asked.operation, trouble)
    return undefined
  }
  if (!asked.harmless && !(await mayRepeat(parts, asked, one))) return undefined
  course.again = true
  return growingWait(patience, course.doubtful, random)
}

const triesFor = (reply: Reply | LostReply): number => {
  if (reply.kind !== 'lost') return doubtfulTries.answered
  const { [reply.problem as 'reset']: tries = doubtfulTries.answered } = doubtfulTries
  return tries
}

/** What went wrong, in words that are the same each time that the same goes wrong. */
const troubleText = (reply: Reply | LostReply): string => {
  if (reply.kind === 'lost' || reply.kind === 'garbled') return reply.problem
  return reply.kind === 'refusal' ? `${reply.status} ${reply.code}` : reply.kind
}

/** Whether a write may be said again whose answer did not tell. */
const mayRepeat = async (
  { free, pause, tally }: RepeatParts,
  { operation, lookUp }: Repeatable,
  { course, interaction }: Try,
): Promise<boolean> => {
  const seen = lookUp === undefined ? ({ kind: 'unseen' } as const) : await lookFirst(lookUp, pause)
  if (seen.kind === 'not so') return true
  if (seen.kind === 'so') {
    // an endpoint that never says what it did is no victim of its network
    if (interaction.reply.kind !== 'lost' && tally.unanswered(operation)) return false
    course.found = { value: seen.value }
    if (lookUp?.once !== true && free) return true
  } else if (free) return true
  course.untold = true
  return false
}

const ended = async (
  parts: RepeatParts,
  { operation, harmless, lookUp }: Repeatable,
  { course, interaction, trouble }: Try,
): Promise<Interaction> => {
  const { tally, pause } = parts
  const { reply } = interaction
  tally.ended(course.tries, trouble === undefined)
  const repeated = course.again ? ({ repeated: true } as const) : {}
  if (reply.kind === 'output') {
    tally.told(operation)
    return { ...interaction, ...repeated }
  }
  const refusedAgain = course.again && !harmless && trouble === undefined && isRefusal(reply)
  if (refusedAgain && course.found === undefined && lookUp !== undefined) {
    const seen = await lookAgain(lookUp, reply, pause)
    if (seen.kind === 'so') course.found = { value: seen.value }
  }
  // a failure that comes each time is what the endpoint answers, whatever it does
  const stands = course.untold || reply.kind === 'lost' || trouble !== 'doubtful'
  return {
    ...interaction,
    ...repeated,
    ...(stands && course.found !== undefined && { found: course.found }),
    ...(course.untold && { untold: true }),
  }
}

const isRefusal = (reply: Reply | LostReply): reply is RefusalReply => reply.kind === 'refusal'
