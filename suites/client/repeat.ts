import { Denied, NotSent, NotSettled } from '../verdict/cannot-go-on.ts'
import type { Course, Repeatable, RepeatParts, Try } from './course.ts'
import { settled, waitInDoubt } from './in-doubt.ts'
import type { Interaction } from './interaction.ts'
import type { LimitedCall } from './limiter.ts'
import { ensureGoing, whyOver } from './stop.ts'
import { supersededTry, worstOf } from './superseded.ts'
import { isBusy } from './swamp.ts'
import { troubleOf } from './trouble.ts'
import { askedWait, growingWait } from './waits.ts'

/**
 * Sends a call until it is answered clearly, or for as long as there is hope. What a busy endpoint did not even begin is
 * repeated freely. After a lost, cut or failed answer reads and what is going to be refused are repeated, too; any other
 * write is looked up first: what was done is taken as done. Where the accounts are free it is said again all the same:
 * how that is answered tells those who expected a refusal. Elsewhere what nobody can see is not repeated, and nowhere what
 * would be done twice.
 */
export function repeater(
  parts: RepeatParts,
): (asked: Repeatable, send: () => Promise<Interaction>) => Promise<Interaction> {
  const { vendor, transcript, limiter, pause, stop } = parts
  return async (asked, send) => {
    const limited = limiter.begin(asked.operation)
    const course: Course = {
      superseded: [],
      busy: 0,
      doubts: new Map(),
      again: false,
      untold: false,
    }
    for (;;) {
      const interaction = await limited.send(() => {
        // while somebody waited for room, what they came for may have become vain
        const over = whyVain(parts)
        if (over !== undefined) throw isFirst(course) ? new NotSent(over) : new NotSettled(over)
        const denied = asked.denied?.()
        if (denied !== undefined)
          throw isFirst(course) ? new Denied(denied) : new NotSettled(denied)
        return send()
      })
      const trouble = troubleOf(vendor, interaction.reply)
      // what never came tells nothing of how busy it is
      if (interaction.reply.kind !== 'lost') hear(parts, limited, trouble === 'busy')
      const wait = await waitAfter(parts, asked, { course, interaction, trouble })
      if (wait === undefined) return ended(parts, asked, { course, interaction, trouble })
      // the later try decides: what this one came to is kept in a few words
      course.superseded.push(supersededTry(interaction, trouble))
      transcript.forget([interaction.exchange.id])
      await pause(wait)
      ensureGoing(stop)
    }
  }
}

/** Why nothing more is sent; undefined where something is. */
const whyVain = ({ stop, limiter, enduring }: RepeatParts): string | undefined =>
  whyOver(stop) ?? (enduring !== true && limiter.isSwamped() ? isBusy : undefined)

const hear = ({ tally }: RepeatParts, limited: LimitedCall, busy: boolean): void => {
  limited.heard(busy)
  if (busy) tally.busy()
  else tally.answered()
}

const isFirst = ({ superseded }: Course): boolean => superseded.length === 0

/** Milliseconds before the next try; undefined when there is none. */
const waitAfter = async (
  parts: RepeatParts,
  asked: Repeatable,
  one: Try,
): Promise<number | undefined> => {
  if (one.trouble === undefined) return undefined
  return one.trouble === 'busy' ? waitWhenBusy(parts, asked, one) : waitInDoubt(parts, asked, one)
}

const waitWhenBusy = (
  { limiter, backoff, tally, random, now }: RepeatParts,
  { operation }: Repeatable,
  { course, interaction }: Try,
): number | undefined => {
  course.busy += 1
  if (limiter.isSwamped() || tally.isWorn(operation)) return undefined
  if (course.busy >= tally.triesFor(operation, backoff.tries)) {
    tally.wore(operation)
    return undefined
  }
  const asked = Math.min(backoff.longest, askedWait(interaction.exchange.answer, now()))
  const wait = Math.max(asked, growingWait(backoff, course.busy, random))
  return Math.min(wait, limiter.leftAtFirst())
}

const ended = (parts: RepeatParts, asked: Repeatable, one: Try): Promise<Interaction> => {
  const { course, interaction, trouble } = one
  parts.tally.ended(trouble === undefined, worstOf(course.superseded))
  if (trouble === undefined) parts.tally.clear(asked.operation)
  if (interaction.reply.kind === 'output') parts.tally.told(asked.operation)
  return settled(parts, asked, one)
}
