import type { RefusalReply, Reply } from '../../specs/wire/wire.ts'
import type { LookUp, Seen } from './call.ts'
import type { Course, Repeatable, RepeatParts, Try } from './course.ts'
import { lookAgain, lookFirst } from './did-it-happen.ts'
import type { Interaction, LostReply } from './interaction.ts'
import { lossTries } from './patient-connection.ts'
import { metIn } from './superseded.ts'
import { deniesAll } from './trouble.ts'
import { growingWait } from './waits.ts'

/** How often a call is sent that comes to the same doubtful answer; and to any trouble that leaves it in doubt what was done. */
const doubtfulTries = { answered: 4, all: 9 } as const

/** The longest wait before a call is sent again that was not answered clearly, in milliseconds: nobody asked to wait. */
const longestWait = 1000
/** How much shorter the first wait is than that for a busy endpoint. */
const sooner = 10

/** Milliseconds to wait after an answer that does not tell what was done; undefined when it is not sent again. */
export async function waitInDoubt(
  parts: RepeatParts,
  asked: Repeatable,
  one: Try,
): Promise<number | undefined> {
  const all = noted(parts, asked, one)
  if (all === undefined || !(await mayFollow(parts, asked, one))) return undefined
  const { backoff, random } = parts
  return growingWait(
    { ...backoff, first: backoff.first / sooner, longest: longestWait },
    all,
    random,
  )
}

/** How many doubtful answers a call has got, this one included; undefined where the next would be no other. */
const noted = (
  { tally }: RepeatParts,
  { operation }: Repeatable,
  { course, interaction }: Try,
): number | undefined => {
  const trouble = troubleText(interaction.reply)
  const times = (course.doubts.get(trouble) ?? 0) + 1
  course.doubts.set(trouble, times)
  if (tally.lasts(operation, trouble)) return undefined
  const all = [...course.doubts.values()].reduce((sum, count) => sum + count, 0)
  const mixed = all >= doubtfulTries.all
  if (!mixed && times < triesFor(interaction.reply)) return all
  if (mixed || all === times) tally.lasted(operation, mixed ? undefined : trouble)
  return undefined
}

/** Whether a call may be sent again: where something may have been done, only as far as that does no harm. */
const mayFollow = async (parts: RepeatParts, asked: Repeatable, one: Try): Promise<boolean> => {
  if (deniesAll(one.interaction.reply)) return true
  if (!asked.harmless && !(await mayRepeat(parts, asked, one))) return false
  one.course.again = true
  return true
}

const triesFor = (reply: Reply | LostReply): number => {
  const lost = reply.kind === 'lost' ? lossTries[reply.problem] : undefined
  return lost ?? doubtfulTries.answered
}

/** What went wrong, in words that are the same each time that the same goes wrong. */
const troubleText = (reply: Reply | LostReply): string => {
  if (reply.kind === 'lost' || reply.kind === 'garbled') return reply.problem
  if (reply.kind === 'unimplemented') return reply.how
  return reply.kind === 'refusal' ? `${reply.status} ${reply.code}` : reply.kind
}

/** Whether a write may be said again whose answer did not tell. */
const mayRepeat = async (
  { free, tally, ...looking }: RepeatParts,
  { operation, lookUp }: Repeatable,
  { course, interaction }: Try,
): Promise<boolean> => {
  const seen = lookUp === undefined ? unseen : await lookFirst(lookUp, looking)
  // an endpoint that never says what it did is no victim of its network
  const silent = seen.kind === 'so' && interaction.reply.kind !== 'lost'
  if (silent && tally.unanswered(operation)) return false
  if (seen.kind === 'so') course.found = { value: seen.value }
  const again = mayBeSaidAgain(seen, lookUp, free)
  course.untold = !again
  return again
}

const unseen: Seen = { kind: 'unseen' }

/**
 * What must not be done twice is said again only where a look showed that it was not done; in accounts that are not the
 * suite's own that is whatever would leave one more, or what nobody knows.
 */
const mayBeSaidAgain = ({ kind }: Seen, lookUp: LookUp | undefined, free: boolean): boolean => {
  if (kind === 'not so') return true
  const same = lookUp !== undefined && lookUp.adds !== true
  return (free || same) && lookUp?.once !== true
}

/** What a call comes to when it is not sent again: its last answer, and what is known besides. */
export async function settled(
  parts: RepeatParts,
  asked: Repeatable,
  { course, interaction, trouble }: Try,
): Promise<Interaction> {
  const { reply } = interaction
  const repeated = repetitionOf({ course, interaction, trouble })
  if (reply.kind === 'output') return { ...interaction, ...repeated }
  if (trouble === undefined && reply.kind === 'refusal')
    await lookBehind(parts, asked, { course, reply })
  // a failure that comes each time is what the endpoint answers, whatever it does
  const stands = course.untold || reply.kind === 'lost' || trouble !== 'doubtful'
  return { ...interaction, ...repeated, ...(stands && knownOf(course)) }
}

/** That a call was sent again after a doubtful answer, and after which, unless it came to the same each time. */
const repetitionOf = ({
  course: { again, superseded },
  interaction: { reply },
  trouble,
}: Try): Pick<Interaction, 'repeated' | 'met'> => {
  if (!again) return {}
  const differs = trouble === undefined || reply.kind === 'lost'
  return { repeated: true, ...(differs && { met: metIn(superseded) }) }
}

const knownOf = ({ found, untold }: Course): Pick<Interaction, 'found' | 'untold'> => ({
  ...(found !== undefined && { found }),
  ...(untold && { untold: true }),
})

interface Refused {
  readonly course: Course
  readonly reply: RefusalReply
}

/** A write that was said again may be refused since it had been done. */
const lookBehind = async (
  looking: RepeatParts,
  { harmless, lookUp }: Repeatable,
  { course, reply }: Refused,
): Promise<void> => {
  if (!course.again || harmless || lookUp === undefined || course.found !== undefined) return
  const seen = await lookAgain(lookUp, reply, looking)
  if (seen.kind === 'so') course.found = { value: seen.value }
}
