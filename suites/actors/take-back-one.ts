import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { effectOf } from './effect-of.ts'
import type { Hands, Reversible, Standing } from './effect.ts'
import { isUnreadable, type Ledger, type Write } from './ledger.ts'
import { settledLook } from './settled-look.ts'
import { changesOf } from './standing-before.ts'
import type { TakingBack } from './taking-back.ts'

/**
 * Takes back one write, if anything is seen of it. Throws where nobody can tell what it left, where somebody else has changed
 * that since, and where it still stands afterwards.
 */
export async function takeBackOne(parts: TakingBack, write: Write, hands: Hands): Promise<void> {
  const effect = effectOf(parts.vendor, write.verb)
  if (effect.kind !== 'reversible' || isUnreadable(write)) {
    throw new Error(`nobody can tell what ${write.operation} left behind`)
  }
  const look = lookFor(effect, write, hands)
  // what was surely added is not looked for: the look may be older than the write
  const id = isSurelyAdded(effect, write)
    ? write.id
    : await settledLook(parts, look, await asLeft(parts, effect, { write, hands }))
  if (write.state !== 'done' && isAsBefore(parts, effect, { write, seen: id })) {
    return noteUnseen(parts, write)
  }
  if (id !== write.before) await ensureAsLeft(effect, write, { hands, id })
  noteSeen(parts, effect, { write, seen: id })
  const takeAway = (seen: Standing) => undo(effect, write, { hands, id: seen })
  await ensureGone(parts, { write, look, takeAway, outcome: await takeAway(id) })
}

/** Whether a write was done that adds something, whose id is known where it has one. */
const isSurelyAdded = ({ made, changes }: Reversible<Verb>, { id, state }: Write): boolean =>
  state === 'done' && changes !== true && (id !== undefined || made === undefined)

/** Whoever sees it later knows it by its id. */
const noteSeen = (
  { ledger }: TakingBack,
  { made }: Reversible<Verb>,
  { write: { number, id: known }, seen }: { readonly write: Write; readonly seen: Standing },
): void => {
  if (made === undefined || seen === undefined || seen === known) return
  ledger.note({ step: 'done', number, id: seen })
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
  { sets, ensureOwn }: Reversible<Verb>,
  { args, id: made }: Write,
  { hands, id }: { readonly hands: Hands; readonly id: Standing },
): Promise<void> => {
  await ensureOwn?.(hands, made)
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
