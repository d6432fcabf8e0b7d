import { isDeepStrictEqual } from 'node:util'

import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { Denied, NotSent, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { isClientError } from '../verdict/codes.ts'
import { doneIn, type Done, type Outcome } from '../verdict/outcome.ts'
import { effectOf } from './effect-of.ts'
import type { Hands, Refused, Reversible, Standing } from './effect.ts'
import { isMade, isOpen, type Ledger, type Write } from './ledger.ts'
import { isMalformed } from './malformed.ts'
import { settledLook, type LookingAgain } from './settled-look.ts'
import type { SpokenVerb } from './speaker.ts'
import { lookBefore } from './standing-before.ts'

/** Lets an account say a verb where that leaves nothing behind or can be taken back; throws `PrerequisiteMissing` elsewhere. */
export type Keep = <T>(
  said: SpokenVerb,
  account: string,
  perform: () => Promise<Outcome<T>>,
) => Promise<Outcome<T>>

/** The refusal to touch what is not this run's. */
export const dangerDenied = (why: string): PrerequisiteMissing =>
  new PrerequisiteMissing('DANGER_DENIED', `${why} in a given organization`)

/** What is said, and by whom. */
export interface WatchedVerb {
  readonly said: SpokenVerb
  readonly account: string
}

/** What writes are recorded with. */
export interface RecorderParts extends LookingAgain {
  readonly vendor: Vendor
  readonly ledger: Ledger
  readonly handsOf: (account: string) => Hands
  /** stands in the names of what this run makes */
  readonly mark: string
  /** whether the endpoint showed a value up to an exchange, or the target names it */
  readonly shownBefore: (value: string, exchange: number) => boolean
  /** the number of the latest exchange */
  readonly latestExchange: () => number
  /** records, and so takes back, also what would vanish together with something else */
  readonly rehearsing?: true
}

/** Records writes: each intent before it is sent, then what came of it. */
export function openRecorder(parts: RecorderParts): Keep {
  return async (said, account, perform) => {
    const effect = effectOf(parts.vendor, said.verb)
    if (effect.kind !== 'reversible') return perform()
    if (parts.rehearsing !== true && goesWithItsSubject(parts, effect, said)) return perform()
    const intents = await intend(parts, effect, { said, account })
    const since = parts.latestExchange()
    const outcome = await performed(parts, intents, perform)
    for (const number of intents) {
      const write = parts.ledger.writes.get(number)
      if (write !== undefined) await note(parts, effect, { write, outcome, since })
    }
    return outcome
  }
}

/** What came of it. When something is thrown, nobody knows how far it came, unless it was never sent. */
const performed = async <T>(
  { ledger }: RecorderParts,
  intents: readonly number[],
  perform: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  try {
    return await perform()
  } catch (error) {
    const step = error instanceof NotSent || error instanceof Denied ? 'void' : 'lost'
    for (const number of intents) ledger.note({ step, number })
    throw error
  }
}

/** Records an intent for each time that the verb is said; answers their numbers. */
const intend = async (
  parts: RecorderParts,
  effect: Reversible<Verb>,
  { said, account }: WatchedVerb,
): Promise<readonly number[]> => {
  const { verb, all } = said
  const shared = { verb, operation: parts.vendor.dialect[verb]?.operation ?? verb, account }
  if (all.length === 0) return [parts.ledger.intend({ ...shared, args: null })]
  const intents: number[] = []
  for (const args of all) {
    const before = await standingBefore(parts, effect, { said, account, args })
    const known = before === undefined ? {} : { before }
    intents.push(parts.ledger.intend({ ...shared, args, ...known }))
  }
  return intents
}

interface Noted {
  readonly write: Write
  readonly outcome: Outcome<unknown>
  /** the latest exchange before it was sent */
  readonly since: number
}

/** Notes what came of a write; what no answer tells stays unknown. */
const note = async (
  parts: RecorderParts,
  effect: Reversible<Verb>,
  noted: Noted,
): Promise<void> => {
  const { write, outcome } = noted
  const { number } = write
  if (await isVoid(parts, effect, noted)) parts.ledger.note({ step: 'void', number })
  else if (outcome.kind === 'unsettled') parts.ledger.note({ step: 'lost', number })
  const done = doneIn(outcome)
  const open = parts.ledger.writes.get(number)?.state === 'unknown'
  if (open && done !== undefined) noteDone(parts, effect, { ...noted, outcome: done })
}

/** An id that the endpoint had shown before is of something else: what was made is then found by its name. */
const noteDone = (
  { ledger, shownBefore }: RecorderParts,
  { made }: Reversible<Verb>,
  { write: { number }, outcome, since }: Noted & { readonly outcome: Done<unknown> },
): void => {
  if (made === undefined) {
    // that a look showed it may be older
    if (outcome.looked !== true) ledger.note({ step: 'done', number })
    return
  }
  const id = made(outcome.value as never)
  if (!shownBefore(id, since)) ledger.note({ step: 'done', number, id })
}

/** Whether nothing is left: it was so before, nobody offers it, or it was refused. */
const isVoid = async (
  parts: RecorderParts,
  effect: Reversible<Verb>,
  { write, outcome }: Noted,
): Promise<boolean> => {
  if (effect.tolerant === true && write.before !== undefined) return true
  if (outcome.kind !== 'refused') return outcome.kind === 'unimplemented'
  return changedNothing(parts, effect, { write, outcome })
}

/**
 * Whether a refusal is what it says: the caller is blamed for it, and a look shows what stood before. A request that was
 * sent before without an answer may have been done by then: it is looked for until that has to be seen.
 */
const changedNothing = async (
  { handsOf, ...parts }: RecorderParts,
  effect: Reversible<Verb>,
  { write, outcome }: { readonly write: Write; readonly outcome: Refused },
): Promise<boolean> => {
  if (!isClientError(outcome.reply)) return false
  const repeated = outcome.repeated === true
  const { verb, account, args, before } = write
  if (args === null) return !repeated || isMalformed(parts.vendor, outcome)
  const look = () => seen(verb, () => effect.look(handsOf(account), args as never))
  const after = repeated
    ? await settledLook(parts, look, (standing) => standing !== before)
    : await look()
  return after === before
}

/** Tags and the like on something of this run's own vanish with it. */
const goesWithItsSubject = (
  { ledger }: Pick<RecorderParts, 'ledger'>,
  { subject, wholly }: Reversible<Verb>,
  { all }: SpokenVerb,
): boolean =>
  wholly === true && all.length > 0 && all.every((args) => isMade(ledger, subject?.(args)))

interface WatchedWrite extends WatchedVerb {
  readonly args: SpokenVerb['all'][number]
}

/** What stands before a write. Throws `PrerequisiteMissing` where a write that adds would change it. */
const standingBefore = async (
  parts: RecorderParts,
  effect: Reversible<Verb>,
  asked: WatchedWrite,
): Promise<Standing> => {
  const { said, account, args } = asked
  if (isSurelyNew(parts, effect, args)) return undefined
  const before = await seen(said.verb, () => lookBefore(parts, effect, { ...said, account, args }))
  if (before === undefined || effect.changes === true || effect.tolerant === true) return before
  if (isOwnStanding(parts.ledger, { ...asked, before })) return undefined
  throw dangerDenied(`${said.verb} would change what stands already`)
}

/** Whether nobody else can have made the same: by its name, or by what it is added to. */
const isSurelyNew = (
  { ledger, mark }: RecorderParts,
  { name, subject }: Reversible<Verb>,
  args: WatchedWrite['args'],
): boolean => name?.(args).includes(mark) === true || isMade(ledger, subject?.(args))

/** What a look shows. Throws `PrerequisiteMissing` (NO_UNDO) where it can not be had: what can not be seen is not changed. */
export const seen = async (verb: Verb, look: () => Promise<Standing>): Promise<Standing> => {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof PrerequisiteMissing)) throw error
    throw new PrerequisiteMissing(
      'NO_UNDO',
      `nobody can see what ${verb} changes: ${error.message}`,
      error.exchanges,
    )
  }
}

const isOwnStanding = (
  { writes }: Ledger,
  { said, args, before }: WatchedWrite & { readonly before: string },
): boolean =>
  [...writes.values()]
    .filter((write) => isOpen(write) && write.verb === said.verb)
    .some((write) => write.id === before || isDeepStrictEqual(args, write.args))
