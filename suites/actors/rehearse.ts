import type { Profile } from '../../specs/profile.ts'
import type { Args, Result, Verb } from '../../specs/vocabulary.ts'
import type { Hand } from '../actor.ts'
import { given, type Outcome } from '../outcome.ts'
import { Unmet } from '../unmet.ts'
import type { RehearsalKit, Reversible } from './effect.ts'
import type { Keep } from './recorder.ts'
import { takeBack, type TakingBack } from './take-back.ts'

/** What a rehearsal is played with. */
export interface RehearsalParts extends TakingBack, Omit<RehearsalKit, 'actor' | 'owner' | 'make'> {
  readonly owner: Hand
  readonly record: Keep
  readonly profile: Profile
}

/**
 * Does once what a verb does, with things of its own, and takes it back. What is not offered to take it back with is
 * asked first, of something that does not exist: then nothing is made at all. Throws `Unmet` where what it needs can
 * not be had.
 */
export async function rehearse(
  parts: RehearsalParts,
  verb: Verb,
  effect: Reversible<Verb>,
): Promise<void> {
  const { ledger, proofs, owner } = parts
  const since = ledger.writes.size
  const say = async <V extends Verb>(said: V, args: Args<V>): Promise<Outcome<Result<V>>> =>
    parts.record({ verb: said, all: [args], deliberate: false }, owner.id, () =>
      ask<V>(owner, said, args),
    )
  const hands = { owner, actor: owner }
  const make: RehearsalKit['make'] = async (said, args) => {
    const proof = proofs.of(said)
    if (typeof proof === 'object') throw new Unmet('NO_UNDO', proof.failed)
    return given(await say(said, args))
  }
  try {
    const args = await effect.rehearse?.({ ...parts, ...hands, make })
    if (args === undefined) return
    const missing = await isMissing(parts, effect, args)
    if (missing !== undefined) return proofs.failed(verb, missing)
    given(await say(verb, args))
  } finally {
    await takeBack(parts, since)
  }
}

const ask = <V extends Verb>(owner: Hand, verb: V, args: Args<V>): Promise<Outcome<Result<V>>> =>
  (owner[verb] as (args: Args<V>) => Promise<Outcome<Result<V>>>)(args)

/** Why nothing can be taken back; asked only where nothing stands that could be lost. */
const isMissing = async (
  { owner, profile }: RehearsalParts,
  { look, undo, noun }: Reversible<Verb>,
  args: Args<Verb>,
): Promise<string | undefined> => {
  const hands = { owner, actor: owner }
  if (noun === undefined && (await look(hands, args)) !== undefined) {
    throw new Unmet('DANGER_DENIED', 'a rehearsal would change what stands already')
  }
  const id = noun === undefined ? '' : profile.unknown[noun]
  if (id === undefined) throw new Error(`the profile names no unknown ${noun}`)
  const outcome = await undo(hands, args, { id, before: undefined })
  return outcome.kind === 'unimplemented' ? `${outcome.operation} is not offered` : undefined
}
