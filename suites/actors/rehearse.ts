import type { Args, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given, type Outcome } from '../verdict/outcome.ts'
import { effectOf } from './effect-of.ts'
import type { Hands, RehearsalKit, Reversible } from './effect.ts'
import { dangerDenied, seen, type Keep } from './recorder.ts'
import type { Hand } from './speaker.ts'
import { lookBefore, type BeforeParts } from './standing-before.ts'
import { takeBack } from './take-back.ts'
import type { TakingBack } from './taking-back.ts'

/** What a rehearsal needs: `actor` writes, `looking` sees and takes back. */
export interface RehearsalParts
  extends TakingBack, Pick<BeforeParts, 'handsOf'>, Omit<RehearsalKit, keyof Hands | 'make'> {
  readonly actor: Hand
  readonly looking: Hands
  readonly record: Keep
}

/**
 * Does once what a verb does, with things of its own, and takes it back. Whether taking back is offered at all is asked
 * first, of something that does not exist: where it is not, nothing is made. A write that is refused proves nothing; the
 * one in earnest shows why. Throws `PrerequisiteMissing` where what it needs can not be had.
 */
export async function rehearse(
  parts: RehearsalParts,
  verb: Verb,
  effect: Reversible<Verb>,
): Promise<void> {
  const since = parts.ledger.writes.size
  // what is free to rehearse with is read: what this run has taken a moment ago has to be seen
  await parts.pause(parts.changes.unseenFor())
  const make: RehearsalKit['make'] = async (said, args) => {
    await ensureOffered(parts, said, { effect: reversible(parts, said), args })
    return given(await say(parts, said, args))
  }
  try {
    const args = await effect.rehearse?.({ ...parts, ...parts.looking, make })
    if (args === undefined) return
    await ensureOffered(parts, verb, { effect, args })
    await say(parts, verb, args)
  } finally {
    await takeBack(parts, (number) => number > since)
  }
}

const say = <V extends Verb>(
  { record, actor }: RehearsalParts,
  verb: V,
  args: Args<V>,
): Promise<Outcome<Result<V>>> =>
  record({ verb, all: [args] }, actor.id, () => ask<V>(actor, verb, args))

/** What is tried, and with what. */
interface Rehearsed {
  readonly effect: Reversible<Verb>
  readonly args: Args<Verb>
}

const reversible = ({ vendor }: RehearsalParts, verb: Verb): Reversible<Verb> => {
  const effect = effectOf(vendor, verb)
  if (effect.kind !== 'reversible') throw new Error(`${verb} can not be rehearsed`)
  return effect
}

/** Throws `PrerequisiteMissing` where it is known by now that what a verb leaves can not be taken back. */
const ensureOffered = async (
  parts: RehearsalParts,
  verb: Verb,
  rehearsed: Rehearsed,
): Promise<void> => {
  const { proofs } = parts
  if (proofs.of(verb) === 'unproven') {
    const missing = await isMissing(parts, verb, rehearsed)
    if (missing !== undefined) proofs.failed(verb, missing)
  }
  const proof = proofs.of(verb)
  if (typeof proof === 'object') throw new PrerequisiteMissing('NO_UNDO', proof.failed)
}

const ask = <V extends Verb>(owner: Hand, verb: V, args: Args<V>): Promise<Outcome<Result<V>>> =>
  (owner[verb] as (args: Args<V>) => Promise<Outcome<Result<V>>>)(args)

/** Why nothing can be taken back; asked only where nothing stands that could be lost. */
const isMissing = async (
  parts: RehearsalParts,
  verb: Verb,
  { effect, args }: Rehearsed,
): Promise<string | undefined> => {
  const { looking: hands, profile, actor } = parts
  const { undo, noun } = effect
  const look = () => lookBefore(parts, effect, { verb, args, account: actor.id })
  const stands = noun === undefined && (await seen(verb, look)) !== undefined
  if (stands) throw dangerDenied(`rehearsing ${verb} would change what stands already`)
  const id = noun === undefined ? '' : profile.unknown[noun]
  if (id === undefined) throw new Error(`the profile names no unknown ${noun}`)
  const outcome = await undo(hands, args, { id, before: undefined })
  return outcome.kind === 'unimplemented' ? `${outcome.operation} is not offered` : undefined
}
