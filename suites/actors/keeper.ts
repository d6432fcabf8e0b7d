import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { Denied, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { effectOf } from './effect-of.ts'
import type { Bound, Effect, Reversible } from './effect.ts'
import { carriesMark } from './fresh.ts'
import { keepLasting, type LastingParts } from './keep-lasting.ts'
import { isMade, isOpen, isUnreadable, type Ledger, type Write } from './ledger.ts'
import {
  dangerDenied,
  openRecorder,
  seen,
  type Keep,
  type RecorderParts,
  type WatchedVerb,
} from './recorder.ts'
import type { SpokenVerb } from './speaker.ts'
import { lookBefore } from './standing-before.ts'
import type { Proofs } from './taking-back.ts'

/** What guarding an organization that is not the suite's own needs to know. */
export interface KeeperParts extends RecorderParts, LastingParts {
  readonly proofs: Proofs
  /** proves that what a verb leaves can be taken back; throws `PrerequisiteMissing` where that can not be tried */
  readonly rehearse: (verb: Verb, effect: Reversible<Verb>) => Promise<void>
  /** whether there is one account only, and it is in no organization but one of this run's own */
  readonly isAlone: () => Promise<boolean>
  /** why the target does not allow a verb, whatever it is said about; undefined where it does */
  readonly denied: (verb: Verb) => string | undefined
  /** whether an account is known to have been in no organization before: where it is now, this run brought it */
  readonly isFree: (account: string) => boolean
}

/** Guards every verb that is said in an organization that is not the suite's own. */
export function openKeeper(parts: KeeperParts): Keep {
  const record = openRecorder(parts)
  return async (said, account, perform) => {
    ensureAllowed(parts, said.verb)
    const effect = await effectFor(parts, said.verb)
    switch (effect.kind) {
      case 'none':
        return perform()
      case 'lasting':
        return keepLasting(parts, { effect, said, account }, perform)
      case 'bound':
        await ensureOwn(parts, effect, { said, account })
        return ending(parts.ledger, effect, { said, account, perform })
      case 'reversible':
        await ensureProven(parts, effect, said)
        return record(said, account, perform)
    }
  }
}

/** What is not allowed is not even prepared: nothing is looked at or rehearsed for it. */
const ensureAllowed = ({ denied }: KeeperParts, verb: Verb): void => {
  const why = denied(verb)
  if (why !== undefined) throw new Denied(why)
}

/** The effect of a verb there: what only an account takes back that is alone is lasting elsewhere. */
const effectFor = async ({ vendor, isAlone }: KeeperParts, verb: Verb): Promise<Effect<Verb>> => {
  const effect = effectOf(vendor, verb)
  const needs = 'alone' in effect && effect.alone
  return needs && !(await isAlone()) ? { kind: 'lasting', never: true } : effect
}

/** What stood before is not touched; ids that nothing has may be asked for. */
const ensureOwn = async (
  parts: KeeperParts,
  effect: Bound<Verb>,
  { said, account }: WatchedVerb,
): Promise<void> => {
  // of a request that nobody can read, only what it names is known
  if (said.all.length === 0 && (said.named ?? []).some((id) => isForeign(parts, id))) {
    throw dangerDenied(`${said.verb} could touch what this run did not make`)
  }
  for (const args of said.all) {
    if (await isOurs(parts, effect, { args, account })) continue
    throw dangerDenied(`${said.verb} would touch what this run did not make`)
  }
}

/** Whether a command is about something of this run's, or about nothing that stands. */
const isOurs = async (
  parts: KeeperParts,
  effect: Bound<Verb>,
  asked: Arguments,
): Promise<boolean> => {
  const about = effect.subject(asked.args, asked.account)
  if (about === undefined || !isForeign(parts, about)) return true
  return isCounter(parts.ledger, effect, asked) || touchesNothing(parts, effect, asked)
}

/** Whether an id is of something that stood before the suite came; what carries the run's mark did not. */
const isForeign = ({ ledger, shownBefore, mark, isFree }: KeeperParts, id: string): boolean =>
  !isMade(ledger, id) &&
  !isFree(id) &&
  !carriesMark(id, mark) &&
  shownBefore(id, Number.MAX_SAFE_INTEGER)

interface Arguments {
  readonly args: SpokenVerb['all'][number]
  readonly account: string
}

/** Whether a write takes back what this run did. */
const isCounter = (
  { writes }: Ledger,
  { counters }: Bound<Verb>,
  { args, account }: Arguments,
): boolean =>
  [...writes.values()]
    .filter((write) => isOpen(write) && write.verb === counters?.verb)
    .some((write) => counters?.same(args, write, account) === true)

/** Notes which writes of this run a command took back, as the endpoint says. */
const ending = async <T>(
  ledger: Ledger,
  effect: Bound<Verb>,
  { said, account, perform }: WatchedVerb & { readonly perform: () => Promise<Outcome<T>> },
): Promise<Outcome<T>> => {
  const outcome = await perform()
  // a look may have shown what was before: then it is looked for when it is taken back
  if (outcome.kind !== 'done' || outcome.looked === true) return outcome
  for (const args of said.all) noteEnded(ledger, effect, { args, account })
  return outcome
}

const noteEnded = (ledger: Ledger, effect: Bound<Verb>, asked: Arguments): void => {
  const about = effect.ends === true ? effect.subject(asked.args, asked.account) : undefined
  for (const write of [...ledger.writes.values()].filter(isOpen)) {
    const ended = about !== undefined && write.id === about
    if (ended || isTakenBack(effect, write, asked)) {
      ledger.note({ step: 'undone', number: write.number })
    }
  }
}

const isTakenBack = (
  { counters }: Bound<Verb>,
  write: Write,
  { args, account }: Arguments,
): boolean =>
  counters !== undefined &&
  counters.partly !== true &&
  write.verb === counters.verb &&
  counters.same(args, write, account)

/** Whether nothing stands that a write could take away. */
const touchesNothing = async (
  parts: KeeperParts,
  { counters }: Bound<Verb>,
  { args, account }: Arguments,
): Promise<boolean> => {
  if (counters?.exact !== true) return false
  const { verb } = counters
  const other = effectOf(parts.vendor, verb)
  if (other.kind !== 'reversible') return false
  const standing = await seen(verb, () => lookBefore(parts, other, { verb, args, account }))
  return standing === undefined
}

/** Nothing is made that could not be taken away again. */
const ensureProven = async (
  { proofs, ledger, rehearse }: KeeperParts,
  effect: Reversible<Verb>,
  { verb, all }: SpokenVerb,
): Promise<void> => {
  if (proofs.of(verb) === 'unproven') await rehearsed(rehearse, verb, effect)
  const proof = proofs.of(verb)
  if (typeof proof === 'object') {
    throw new PrerequisiteMissing(
      'NO_UNDO',
      `what ${verb} leaves can not be taken back: ${proof.failed}`,
    )
  }
  const standing = [...ledger.writes.values()].filter(
    (write) => write.verb === verb && isOpen(write) && write.unseen !== true,
  )
  if (all.length === 0 && standing.some(isUnreadable)) {
    throw new PrerequisiteMissing(
      'NO_UNDO',
      `nobody can tell what a ${verb} that can not be read left behind`,
    )
  }
  if (proof === 'unproven' && effect.changes !== true) ensureOne(verb, standing)
}

/** Where a rehearsal would need what is not allowed, the first write in earnest is the proof. */
const rehearsed = async (
  rehearse: KeeperParts['rehearse'],
  verb: Verb,
  effect: Reversible<Verb>,
): Promise<void> => {
  if (effect.rehearse === undefined) return
  try {
    await rehearse(verb, effect)
  } catch (error) {
    if (!(error instanceof Denied)) throw error
  }
}

/** What is not proven stands once at most; what changes one thing twice leaves one thing anyway. */
const ensureOne = (verb: Verb, standing: readonly Write[]): void => {
  if (standing.every(isUnreadable)) return
  throw new PrerequisiteMissing(
    'NO_UNDO',
    `what ${verb} leaves has not been taken back yet: one at a time`,
  )
}
