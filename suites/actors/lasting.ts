import type { Profile } from '../../specs/vendor/profile.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { NotSent } from '../verdict/cannot-go-on.ts'
import { isClientError } from '../verdict/codes.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Lasting } from './effect.ts'
import { isLasting, nameOf, type Ledger, type Write, type Writes } from './ledger.ts'
import type { WatchedVerb } from './recorder.ts'

/** A write that nothing takes back, and what it is recorded with. */
export interface LastingWrite extends WatchedVerb {
  readonly ledger: Ledger
  readonly operation: string
  readonly effect: Lasting<Verb>
  /** milliseconds since 1970 */
  readonly now: () => number
}

/** Lets an account say a verb that nothing takes back: the intent is recorded before it is sent, then what came of it. */
export async function recordLasting<T>(
  { ledger, operation, effect, said, account, now }: LastingWrite,
  perform: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const [args = null] = said.all
  const at = new Date(now()).toISOString()
  const intent = { verb: said.verb, operation, account, args, lasting: true, at } as const
  const number = ledger.intend(intent)
  try {
    const outcome = await perform()
    noteOutcome(ledger, { number, effect, outcome })
    return outcome
  } catch (error) {
    ledger.note({ step: error instanceof NotSent ? 'void' : 'lost', number })
    throw error
  }
}

interface Noted {
  readonly number: number
  readonly effect: Lasting<Verb>
  readonly outcome: Outcome<unknown>
}

const noteOutcome = (ledger: Ledger, { number, effect, outcome }: Noted): void => {
  if (outcome.kind === 'done') {
    const id = effect.made?.(outcome.value as never)
    return ledger.note({ step: 'done', number, ...(id !== undefined && { id }) })
  }
  if (isVoid(outcome)) ledger.note({ step: 'void', number })
  else if (outcome.kind === 'unsettled') ledger.note({ step: 'lost', number })
}

const isVoid = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'unimplemented' ||
  (outcome.kind === 'refused' && isClientError(outcome.reply) && outcome.repeated !== true)

/** What can not be undone of the writes of one operation by one account. */
export interface LastingKind {
  /** what was written, as whom, what stays of it, and until when */
  readonly line: string
  /** whether nothing is left of any of them by now, as the vendor says */
  readonly over: boolean
}

/** What writes left that nothing takes back, by kind; `now` is in milliseconds since 1970. */
export function lastingKinds(
  writes: Writes,
  { lasting = {} }: Pick<Profile, 'lasting'>,
  now: number,
): readonly LastingKind[] {
  const kinds = new Map<string, Write[]>()
  for (const write of [...writes.values()].filter(isLasting)) {
    const kind = `${write.operation} by ${write.account}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), write])
  }
  return [...kinds].map(([kind, all]) => {
    const trace = lasting[all[0]?.operation ?? '']
    const end = endOf(all, trace?.endsAfterDays)
    const says = [trace?.says, end === undefined ? 'no date is known' : `until ${end.slice(0, 10)}`]
    const names = all.map(nameOf).join(', ')
    return {
      line: `${kind}: ${names} can not be undone: ${says.filter(Boolean).join('; ')}`,
      over: end !== undefined && Date.parse(end) <= now,
    }
  })
}

const day = 86_400_000

/** When nothing is left of the last of them; undefined where nobody says. */
const endOf = (writes: readonly Write[], days: number | undefined): string | undefined => {
  const times = writes.map(({ at = '' }) => Date.parse(at))
  if (days === undefined || times.some(Number.isNaN)) return undefined
  return new Date(Math.max(...times) + days * day).toISOString()
}
