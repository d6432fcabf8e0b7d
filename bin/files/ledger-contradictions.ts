import type { LedgerHeader } from '../../harness/ledger/ledger-header.ts'
import type { LedgerLineEntry } from '../../harness/ledger/parse-ledger.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Args, Verb } from '../../specs/vocabulary/verbs.ts'
import { effectOf } from '../../suites/actors/effect-of.ts'
import type { Effect, Lasting, Reversible } from '../../suites/actors/effect.ts'
import type { LedgerEntry } from '../../suites/actors/ledger.ts'

/** What a line says that can not be so, in words that quote nothing. */
export interface Contradiction {
  /** counted from 1 */
  readonly line: number
  readonly says: string
}

type Intent = Extract<LedgerEntry, { readonly step: 'intent' }>
type Waiting = Extract<LedgerEntry, { readonly step: 'waiting' }>
type Done = Extract<LedgerEntry, { readonly step: 'done' }>

/** What the lines before one have said. */
interface Before {
  readonly vendor: Vendor
  readonly header: LedgerHeader
  readonly intents: readonly Intent[]
  /** ids of what is no run's making, and of what was made before */
  readonly taken: ReadonlySet<string>
  /** the ids of what was made, by the number of the write */
  readonly made: ReadonlyMap<number, string>
}

/** Lines of a ledger that contradict each other, or that no run of that vendor's organization could have written. */
export function ledgerContradictions(
  vendor: Vendor,
  header: LedgerHeader,
  entries: readonly LedgerLineEntry[],
): readonly Contradiction[] {
  const { management, organization } = header.target
  const taken = new Set([management, ...(organization === undefined ? [] : [organization])])
  const intents: Intent[] = []
  const made = new Map<number, string>()
  const found: Contradiction[] = []
  for (const [at, entry] of entries.entries()) {
    const says = contradictionOf(entry, { vendor, header, intents, taken, made })
    if (says !== undefined) found.push({ line: at + 2, says })
    if (entry.step === 'intent') {
      intents.push(entry)
      taken.add(entry.account)
    }
    if (entry.step === 'done' && entry.id !== undefined) {
      taken.add(entry.id)
      made.set(entry.number, entry.id)
    }
  }
  return found
}

const contradictionOf = (entry: LedgerLineEntry, before: Before): string | undefined => {
  if (entry.run !== before.header.run) return 'is of another run'
  if (entry.step === 'intent') return ofIntent(entry, before)
  if (before.intents[entry.number - 1] === undefined) return 'is about a write that nobody meant'
  if (entry.step === 'waiting') return ofWaiting(entry, before)
  return entry.step === 'done' ? ofDone(entry, before) : undefined
}

const ofWaiting = ({ number, answer }: Waiting, { intents, made }: Before): string | undefined => {
  if (!isInvitation(intents[number - 1])) {
    return 'waits for an answer to what is no invitation of an account'
  }
  const id = made.get(number)
  if (id === undefined) return 'waits for an answer to what is not known to be sent'
  const told = answer as { readonly id?: unknown } | undefined
  return told === undefined || told.id === id ? undefined : 'has the answer of another invitation'
}

const isInvitation = (intent: Intent | undefined): boolean => {
  if (intent?.verb !== 'inviteAccount') return false
  const { target } = (intent.args ?? {}) as Partial<Args<'inviteAccount'>>
  return target?.kind === 'account'
}

const ofIntent = (intent: Intent, { vendor, intents }: Before): string | undefined => {
  const { number, verb, operation } = intent
  if (number !== intents.length + 1) return 'has a number that is not the next one'
  const effect = effectOf(vendor, verb)
  const says = intent.lasting === true ? ofLasting(intent, effect) : ofEffect(intent, effect)
  if (says !== undefined) return says
  return vendor.dialect[verb]?.operation === operation
    ? undefined
    : 'names an operation that is not the verb'
}

const ofEffect = ({ before, at }: Intent, effect: Effect<Verb>): string | undefined => {
  if (effect.kind !== 'reversible') return 'is of a verb that nothing takes back'
  if (at !== undefined) return 'has a time, and does not last'
  const mayStand = effect.changes === true || effect.tolerant === true
  return before === undefined || mayStand ? undefined : 'adds to what stood before'
}

const ofLasting = ({ before, at }: Intent, effect: Effect<Verb>): string | undefined => {
  if (effect.kind !== 'lasting') return 'is of a verb that leaves nothing for good'
  if (at === undefined) return 'lasts, and has no time'
  return before === undefined ? undefined : 'lasts, and tells what stood before'
}

const ofDone = ({ number, id }: Done, { vendor, intents, taken }: Before): string | undefined => {
  const verb = intents[number - 1]?.verb
  const effect = verb && recorded(effectOf(vendor, verb))
  if (id === undefined || effect === undefined) return undefined
  if (effect.made === undefined) return 'has an id, and makes nothing'
  return taken.has(id) ? 'has an id that it can not have made' : undefined
}

/** The effects whose writes are recorded. */
const recorded = (effect: Effect<Verb>): Reversible<Verb> | Lasting<Verb> | undefined =>
  effect.kind === 'reversible' || effect.kind === 'lasting' ? effect : undefined
