import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { PrerequisiteMissing, NotSettled } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { effectOf, type EffectsOf } from './effect-of.ts'
import type { Hands, Reversible, Standing } from './effect.ts'
import { isOpen, isUnreadable, type Ledger, type Write } from './ledger.ts'
import { settledLook, type LookingAgain } from './settled-look.ts'
import { changesOf } from './standing-before.ts'

/** What taking back works with. */
export interface TakingBack extends LookingAgain {
  readonly vendor: EffectsOf
  readonly ledger: Ledger
  /** hands that let go when the signal fires, and that no stop of the run and no earlier silence holds back */
  readonly openHands: (signal: AbortSignal) => (account: string) => Hands
  /** milliseconds that one undo may take, looks and repetitions included */
  readonly deadline: number
  readonly proofs: Proofs
  /** when it fires, what is being taken back is finished, and nothing more is begun; nothing does unless said */
  readonly stopped?: AbortSignal
}

/** Milliseconds for one undo, by those of one exchange and of a listing: it is some exchanges long, and is waited for before and after. */
export function undoDeadline(exchange: number, listedWithin: number): number {
  return Math.max(10_000, 3 * exchange) + 3 * listedWithin
}

/** Whether taking back what a verb leaves is known to work; `failed` says why it does not. */
export interface Proofs {
  readonly of: (verb: Verb) => 'unproven' | 'proven' | { readonly failed: string }
  readonly worked: (verb: Verb) => void
  readonly failed: (verb: Verb, why: string) => void
}

/** No verb is proven at first; one that failed stays failed. */
export function openProofs(): Proofs {
  const known = new Map<Verb, ReturnType<Proofs['of']>>()
  const of: Proofs['of'] = (verb) => known.get(verb) ?? 'unproven'
  return {
    of,
    worked: (verb) => {
      if (of(verb) === 'unproven') known.set(verb, 'proven')
    },
    failed: (verb, failed) => void known.set(verb, { failed }),
  }
}

/** Nobody answers any more: further undos are not tried. */
const patience = 2

/**
 * Takes back the open writes numbered above `since`, the last one first. Each stands alone; those that fail are tried
 * again as long as others succeed, since one may have stood in the way of another. What fails in the end stays open in
 * the ledger, and its verb counts as one that can not be taken back. Never throws.
 */
export async function takeBack(parts: TakingBack, since: number): Promise<void> {
  let failures: readonly Failure[] = []
  let before = Number.POSITIVE_INFINITY
  do {
    if (failures.length > 0) before = failures.length
    failures = await takeBackOnce(parts, since)
  } while (
    failures.length > 0 &&
    failures.length < before &&
    !failures.some(({ silent }) => silent)
  )
  // what nobody can read says nothing of what can be read
  const telling = failures.filter(({ write }) => !isUnreadable(write))
  for (const { write, why } of telling) parts.proofs.failed(write.verb, why)
}

/**
 * Takes back whatever is still open at the end of a session. What was sent and never answered may come about as late as
 * an answer may take: it is looked for once more after that, in milliseconds. Never throws.
 */
export async function takeBackAtLast(parts: TakingBack, late: number): Promise<void> {
  const lost = [...parts.ledger.writes.values()].filter(
    (write) => isOpen(write) && write.state === 'lost',
  )
  if (lost.length > 0) await parts.pause(late, parts.stopped)
  await takeBack(parts, 0)
  // a wait that was cut short shows nothing
  if (parts.stopped?.aborted === true) return
  const unseen = [...parts.ledger.writes.values()].filter(
    (write) => isOpen(write) && write.state === 'lost' && write.unseen === true,
  )
  for (const { number } of unseen) parts.ledger.note({ step: 'proven', number })
}

interface Failure {
  readonly write: Write
  readonly why: string
  /** nothing was answered in time */
  readonly silent: boolean
}

const takeBackOnce = async (parts: TakingBack, since: number): Promise<readonly Failure[]> => {
  const open = [...parts.ledger.writes.values()].filter(
    (write) => write.number > since && isOpen(write),
  )
  const failures: Failure[] = []
  for (const write of open.toReversed()) {
    const last = failures.slice(-patience)
    if (last.length === patience && last.every(({ silent }) => silent)) return failures
    if (parts.stopped?.aborted === true) return failures
    try {
      await within(parts, (handsOf) => takeBackOne(parts, write, handsOf(write.account)))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      failures.push({ write, why, silent: error instanceof NotSettled })
    }
  }
  return failures
}

const takeBackOne = async (parts: TakingBack, write: Write, hands: Hands): Promise<void> => {
  const effect = effectOf(parts.vendor, write.verb)
  if (effect.kind !== 'reversible' || isUnreadable(write)) {
    throw new Error(`nobody can tell what ${write.operation} left behind`)
  }
  const look = lookFor(effect, write, hands)
  // what was surely added is not looked for: the look may be older than the write
  const named = write.id !== undefined || effect.made === undefined
  const added = write.state === 'done' && effect.changes !== true && named
  const id = added
    ? write.id
    : await settledLook(parts, look, await asLeft(parts, effect, { write, hands }))
  if (write.state !== 'done' && isAsBefore(parts, effect, { write, seen: id })) {
    return noteUnseen(parts, write)
  }
  if (id !== write.before) await ensureAsLeft(effect, write, { hands, id })
  // whoever sees it later knows it by its id
  if (effect.made !== undefined && id !== undefined && id !== write.id) {
    parts.ledger.note({ step: 'done', number: write.number, id })
  }
  const takeAway = (seen: Standing) => undo(effect, write, { hands, id: seen })
  await ensureGone(parts, { write, look, takeAway, outcome: await takeAway(id) })
}

/** Whether what is seen may be what a write left: what an earlier one made, and is taken back, is still seen for a while. */
const asLeft = async (
  { ledger }: TakingBack,
  { sets }: Reversible<Verb>,
  { write, hands }: { readonly write: Write; readonly hands: Hands },
): Promise<(seen: Standing) => boolean> => {
  const left = await sets?.(hands, write.args as never)
  if (left !== undefined) return (seen) => seen === left
  return (seen) => seen !== write.before && !isGoneByNow(ledger, seen)
}

const isGoneByNow = ({ writes }: Pick<Ledger, 'writes'>, id: Standing): boolean =>
  id !== undefined && [...writes.values()].some((write) => write.id === id && write.undone)

/**
 * Whether what is seen is what stood before a write of which nobody knows whether it was done; or what stood before the
 * run: then nothing of it is left, whatever was changed in between.
 */
const isAsBefore = (
  parts: TakingBack,
  { thing }: Reversible<Verb>,
  { write, seen }: { readonly write: Write; readonly seen: Standing },
): boolean => {
  if (seen === write.before || isGoneByNow(parts.ledger, seen)) return true
  const first = thing && changesOf(parts, thing(write.args as never))[0]
  return first !== undefined && seen === first.before
}

/** Throws where somebody else has changed since what a write had changed. */
const ensureAsLeft = async (
  { sets }: Reversible<Verb>,
  { args }: Write,
  { hands, id }: { readonly hands: Hands; readonly id: Standing },
): Promise<void> => {
  if (sets === undefined || id === (await sets(hands, args as never))) return
  throw new Error('it is not as it was left, and is not touched')
}

/** What nobody sees was not done; but what was never answered may still be. */
const noteUnseen = ({ ledger }: TakingBack, { state, number }: Write): void =>
  ledger.note({ step: state === 'lost' ? 'unseen' : 'proven', number })

/** An undo that was said, and how it is said again. */
interface Undone {
  readonly write: Write
  readonly look: () => Promise<Standing>
  readonly takeAway: (seen: Standing) => Promise<Outcome<unknown>>
  readonly outcome: Outcome<unknown>
}

/**
 * A refusal may mean that it is gone already, or that it was not seen yet: then the undo is said once more. And the first
 * success of its kind is not believed unseen.
 */
const ensureGone = async (parts: TakingBack, undone: Undone): Promise<void> => {
  const { ledger, proofs, pause, changes } = parts
  const { write, look, takeAway } = undone
  const isGone = (seen: Standing): boolean => seen === write.before
  let { outcome } = undone
  const told = isTold(outcome)
  if (told && proofs.of(write.verb) === 'proven') {
    return ledger.note({ step: 'undone', number: write.number })
  }
  // that it is not there shows nothing as long as it may not be seen
  if (!told) await pause(changes.unseenFor(), parts.stopped)
  let after = await settledLook(parts, look, isGone)
  if (!isGone(after) && !told) {
    outcome = await takeAway(after)
    after = await settledLook(parts, look, isGone)
  }
  if (!isGone(after)) throw new Error(`${saying(outcome)}, and it still stands`)
  ledger.note({ step: 'proven', number: write.number })
  if (outcome.kind === 'done') proofs.worked(write.verb)
}

/** Whether an answer says that it was done, and not a look only: that may have been older. */
const isTold = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'done' && outcome.looked !== true

const saying = (outcome: Outcome<unknown>): string => {
  if (outcome.kind === 'done') return `${outcome.operation} succeeds`
  return `${outcome.operation} is ${outcome.kind}`
}

/** A look at what stands; by its id alone where the request could not be read, or the list of its kind can not be. */
const lookFor = (
  { look, find }: Reversible<Verb>,
  { args, id }: Write,
  hands: Hands,
): (() => Promise<Standing>) => {
  const byArgs = (): Promise<Standing> => look(hands, args as never, id)
  if (find === undefined || id === undefined) return byArgs
  if (args === null) return () => find(hands, id)
  return async () => {
    try {
      return await byArgs()
    } catch (error) {
      if (!(error instanceof PrerequisiteMissing)) throw error
      return find(hands, id)
    }
  }
}

const undo = (
  effect: Reversible<Verb>,
  { args, before }: Write,
  { hands, id }: { readonly hands: Hands; readonly id: Standing },
): Promise<Outcome<unknown>> => effect.undo(hands, args as never, { id: id ?? '', before })

/** Lets work go on until its time is over: then everything that it waits for ends, and so does it. */
const within = async (
  { openHands, pause, deadline }: TakingBack,
  work: (handsOf: (account: string) => Hands) => Promise<void>,
): Promise<void> => {
  const [late, ended] = [new AbortController(), new AbortController()]
  void pause(deadline, ended.signal).then(() => late.abort())
  try {
    await work(openHands(late.signal))
  } catch (error) {
    if (!late.signal.aborted) throw error
    throw new NotSettled(`it was not taken back within ${deadline} ms`)
  } finally {
    ended.abort()
  }
}
