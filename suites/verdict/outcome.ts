import type { RefusalReply } from '../../specs/wire/wire.ts'
import { PrerequisiteMissing, NotSettled, ValidRefused } from './cannot-go-on.ts'

interface OutcomeOrigin {
  readonly operation: string
  readonly exchange: number
  /** the same request was sent before, without a clear answer: it may have been carried out already */
  readonly repeated?: true
  /** what came to the tries before, for people */
  readonly met?: string
  /** the answer was lost, and a look showed that it is so: nobody can tell whether it was so before */
  readonly looked?: true
}

/** Why a valid request may be refused by who is right. */
export interface Hindrance {
  readonly code: 'NO_QUOTA' | 'NO_PRINCIPAL'
  /** the same sentence whenever it is the same hindrance */
  readonly reason: string
}

/** What a command came to. A refusal is a value; only our own mistakes throw. */
export type Outcome<T> = OutcomeOrigin &
  (
    | { readonly kind: 'done'; readonly value: T }
    /** `broken`: what was asked breaks the contract, and so names nothing that could be */
    | {
        readonly kind: 'refused'
        readonly reply: RefusalReply
        readonly broken?: true
        /**
         * its first answer was lost, and what it asks for is so: it was done then, and is refused only since it was said
         * again; or it was so before, and this is the answer. Whoever reads it takes what would be right.
         */
        readonly found?: { readonly value: unknown }
        /** the refusal tells of the target, not of the request: nothing can be judged by it where none was due */
        readonly hindrance?: Hindrance
      }
    /** a success that does not say what its purpose needs */
    | { readonly kind: 'hollow'; readonly problem: string }
    /** not an answer of the protocol */
    | { readonly kind: 'garbled'; readonly problem: string }
    | { readonly kind: 'unimplemented'; readonly problem: string }
    /**
     * passing trouble that outlasted its budget, or no answer at all. `unread`: it was done, and may be asked for anew
     * by whoever wants to see its answer. `lasting`: the refusal that came to the last try, of a kind that ought to pass
     */
    | {
        readonly kind: 'unsettled'
        readonly problem: string
        readonly unread?: true
        readonly lasting?: RefusalReply
      }
  )

/** An outcome that has what was asked for. */
export type Done<T> = Extract<Outcome<T>, { readonly kind: 'done' }>

/** An outcome that has it not. */
export type NotDone = Exclude<Outcome<never>, { readonly kind: 'done' }>

/** An outcome in one line, for `received`. */
export function describeOutcome(outcome: Outcome<unknown>): string {
  const { met } = outcome
  return met === undefined ? plainly(outcome) : `${plainly(outcome)}, said again after ${met}`
}

const plainly = (outcome: Outcome<unknown>): string => {
  if (outcome.kind === 'done') return `${outcome.operation} succeeds`
  if (outcome.kind !== 'refused') return `${outcome.operation} ${outcome.kind}: ${outcome.problem}`
  const { status, code, reason } = outcome.reply
  return `${outcome.operation} is refused: HTTP ${status} ${code}${reason === undefined ? '' : ` (${reason})`}`
}

/** The outcome where it is done, or may be: its first answer was lost, and what it asks for is so. */
export function doneIn<T>(outcome: Outcome<T>): Done<T> | undefined {
  if (outcome.kind === 'done') return outcome
  if (outcome.kind !== 'refused' || outcome.found === undefined) return undefined
  const { operation, exchange, found } = outcome
  return {
    operation,
    exchange,
    repeated: true,
    looked: true,
    kind: 'done',
    value: found.value as T,
  }
}

/**
 * The value of a prerequisite. Throws `PrerequisiteMissing` (`ValidRefused` where it is the request that is at stake) or
 * `NotSettled` when there is none.
 */
export function given<T>(outcome: Outcome<T>): T {
  const done = doneIn(outcome)
  if (done !== undefined) return done.value
  const said = describeOutcome(outcome)
  if (outcome.kind === 'unsettled') throw new NotSettled(said, [outcome.exchange])
  const hindrance = outcome.kind === 'refused' ? outcome.hindrance : undefined
  if (hindrance !== undefined) {
    throw new PrerequisiteMissing(hindrance.code, hindrance.reason, [outcome.exchange])
  }
  if (outcome.kind === 'unimplemented') {
    throw new PrerequisiteMissing('NOT_IMPLEMENTED', said, [outcome.exchange])
  }
  throw new ValidRefused(outcome.operation, said, outcome.exchange)
}
