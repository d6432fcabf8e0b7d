import { isDeepStrictEqual } from 'node:util'

import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { effectOf, type EffectsOf } from './effect-of.ts'
import type { Hands, Reversible, Standing } from './effect.ts'
import { isOpen, type Ledger, type Write } from './ledger.ts'
import { settledLook, type LookingAgain } from './settled-look.ts'
import type { SpokenVerb } from './speaker.ts'

/** What looking before a write works with. */
export interface BeforeParts extends LookingAgain {
  readonly vendor: EffectsOf
  readonly ledger: Pick<Ledger, 'writes'>
  readonly handsOf: (account: string) => Hands
}

/** A write that is meant. */
export interface MeantWrite {
  readonly verb: Verb
  readonly args: SpokenVerb['all'][number]
  readonly account: string
}

/**
 * What stands before a write, looked at again where this run's own changes may not be seen yet: what it took back is
 * gone, and what it changed is as it left it.
 */
export async function lookBefore(
  parts: BeforeParts,
  effect: Reversible<Verb>,
  meant: MeantWrite,
): Promise<Standing> {
  const hands = parts.handsOf(meant.account)
  const look = (): Promise<Standing> => effect.look(hands, meant.args)
  if (effect.changes !== true) {
    return settledLook(parts, look, (seen) => !isTakenBack(parts.ledger, { ...meant, seen }))
  }
  const expected = await leftAs(parts, effect, { meant, hands })
  // where nobody knows how it was left, it is looked at when it has to be seen
  if (expected === undefined) await parts.pause(parts.changes.unseenFor())
  return settledLook(parts, look, expected ?? (() => true))
}

/** Whether what is seen is what this run made and took back: it is still seen, and stands no more. */
const isTakenBack = (
  { writes }: BeforeParts['ledger'],
  { verb, args, account, seen }: MeantWrite & { readonly seen: Standing },
): boolean => {
  const isSame = (write: Write): boolean =>
    write.id === seen ||
    (seen === account && write.account === account) ||
    isDeepStrictEqual(args, write.args)
  const own = [...writes.values()].filter((write) => write.verb === verb && write.state !== 'void')
  return seen !== undefined && own.some(isSame) && !own.filter(isSame).some(isOpen)
}

/**
 * Whether what is seen of a thing may be how the latest of this run's writes left it; undefined where nobody knows how
 * that was. What this run never changed is as it ever was; but whoever joined stands somewhere.
 */
const leftAs = async (
  parts: BeforeParts,
  { thing }: Reversible<Verb>,
  { meant, hands }: { readonly meant: MeantWrite; readonly hands: Hands },
): Promise<((seen: Standing) => boolean) | undefined> => {
  if (thing === undefined) return undefined
  const named = thing(meant.args)
  const latest = changesOf(parts, named).at(-1)
  if (latest === undefined) {
    const joined = hasJoined(parts, named)
    return (seen) => !joined || seen !== undefined
  }
  if (!isOpen(latest)) return (seen) => seen === latest.before
  const left = latest.state === 'done' ? await setBy(parts, latest, hands) : undefined
  return left === undefined ? undefined : (seen) => seen === left
}

/** What a look shows once a write is done; undefined where nobody knows. */
const setBy = async (
  { vendor }: BeforeParts,
  { verb, args }: Write,
  hands: Hands,
): Promise<Standing> => {
  const effect = effectOf(vendor, verb)
  return effect.kind === 'reversible' ? effect.sets?.(hands, args as never) : undefined
}

const hasJoined = ({ ledger }: BeforeParts, account: string): boolean =>
  [...ledger.writes.values()].some(
    (one) => isOpen(one) && one.verb === 'acceptInvitation' && one.account === account,
  )

/** The writes of this run that changed the same of the same thing, and were not refused. */
export function changesOf(
  { vendor, ledger }: Pick<BeforeParts, 'vendor' | 'ledger'>,
  named: string,
): readonly Write[] {
  const thingOf = ({ verb, args }: Write): string | undefined => {
    const effect = effectOf(vendor, verb)
    return effect.kind === 'reversible' && args !== null ? effect.thing?.(args as never) : undefined
  }
  return [...ledger.writes.values()].filter((one) => one.state !== 'void' && thingOf(one) === named)
}
