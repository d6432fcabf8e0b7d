import type { Lines } from '../contract/citation.ts'
import type { RefusalName } from '../vocabulary/refusal-name.ts'
import { wordOf } from '../wire/sub-code.ts'

/** A code, with the sub-code that belongs to it, as it travels. */
export interface ErrorName {
  readonly code: string
  readonly reason?: string
}

/** An answer that the document does not give, but the real service does. */
export interface ObservedAnswer extends ErrorName {
  /** ids of the facts that show it */
  readonly facts: readonly [string, ...string[]]
  /** the operations that answer so; any unless said */
  readonly operations?: readonly string[]
}

/** A code that passes by waiting. */
export interface TransientError extends ErrorName {
  /** the service failed on its way: what was asked for may have been done. Else nothing was. */
  readonly mayBeDone?: true
}

/** Which answers fit a refusal. The first is what the embedded endpoint answers; every other is accepted. */
export interface RefusalRow {
  readonly answers: readonly [ErrorName, ...ErrorName[]]
  /** HTTP status the embedded endpoint uses; 400 unless said */
  readonly status?: number
  /** how firmly the vendor ties this code to this mistake: `must` stated, `should` inferred by meaning */
  readonly level: 'must' | 'should' | 'may'
  /** answers of single operations where they differ, by operation name */
  readonly operations?: Readonly<Record<string, readonly [ErrorName, ...ErrorName[]]>>
  /** what the real service is seen to answer instead, beside the document: the facts of observed.json that show it */
  readonly observed?: readonly ObservedAnswer[]
  /** operations that never refuse this: they leave out what is not there, or every account may call them */
  readonly silent?: readonly string[]
  readonly citations: readonly Lines[]
  readonly note?: string
}

/** Whether a documented code (or reason) can be provoked, and by what; or why nothing can. */
export type CodeRow =
  | {
      readonly provokedBy: readonly RefusalName[]
      /** why no check asks for any of these refusals, where none does */
      readonly notAsked?: string
    }
  | { readonly unprovokable: string }

/** An error that tells of the target, not of the request: as good a request finds room, or an account that may, elsewhere. */
export interface Hindrance extends ErrorName {
  /** the operations that it can stand in the way of: the others add nothing to what it counts; any unless said */
  readonly operations?: readonly string[]
  readonly citations: readonly Lines[]
}

/** refusals.json of a vendor. */
export interface Refusals {
  readonly refusals: Readonly<Partial<Record<RefusalName, RefusalRow>>>
  /** codes that pass by waiting; they get a retry budget and are then inconclusive */
  readonly transient: readonly TransientError[]
  /** errors that name a quota of the target, wherever the document states no number that a valid request keeps to */
  readonly quotas?: readonly Hindrance[]
  /** errors that say that an account is not ready yet: it waits, or lacks what lies outside the API */
  readonly unready?: readonly Hindrance[]
  /** codes every operation may answer although its own list does not name them */
  readonly common: readonly string[]
  /** spellings that mean the same as a documented one: documented spelling to others */
  readonly synonyms: Readonly<Record<string, readonly string[]>>
  /** a code is a class, or a class with a finer word behind a dot: clients read the class and tolerate other words */
  readonly classes?: true
  /** HTTP statuses that a code is seen to have, beside the stated one where there is one: the facts of observed.json that show it */
  readonly observedStatuses?: Readonly<
    Record<string, { readonly statuses: readonly number[]; readonly facts: readonly string[] }>
  >
  /** every code the document lists */
  readonly codes: Readonly<Record<string, CodeRow>>
  /** every sub-code the document lists, by the code it belongs to */
  readonly reasons: Readonly<Record<string, Readonly<Record<string, CodeRow>>>>
}

/** The answers that fit a refusal, of an operation if one is named; undefined when the vendor has no word for it. */
export function answersTo(
  refusals: Refusals,
  name: RefusalName,
  operation?: string,
): readonly ErrorName[] | undefined {
  const row = refusals.refusals[name]
  return (operation === undefined ? undefined : row?.operations?.[operation]) ?? row?.answers
}

/** What the real service is seen to answer instead, of an operation if one is named. */
export function observedAnswersTo(
  refusals: Refusals,
  name: RefusalName,
  operation?: string,
): readonly ObservedAnswer[] {
  const observed = refusals.refusals[name]?.observed ?? []
  return observed.filter(
    ({ operations }) =>
      operations === undefined || operation === undefined || operations.includes(operation),
  )
}

/** Whether an error that an operation answered is one of those that fit a refusal. */
export function isAnswerTo(
  refusals: Refusals,
  name: RefusalName,
  { operation, reply }: { readonly operation: string; readonly reply: ErrorName },
): boolean {
  return isOneOf(answersTo(refusals, name, operation) ?? [], reply)
}

/** Whether a hindrance can stand in the way of an operation. */
export function mayHinder({ operations }: Hindrance, operation: string): boolean {
  return operations?.includes(operation) ?? true
}

/** Whether an error that came is one of these. */
export function isOneOf(
  names: readonly ErrorName[],
  { code, reason }: { readonly code: string; readonly reason?: string },
): boolean {
  return names.some(
    (name) =>
      name.code === code &&
      (name.reason === undefined || (reason !== undefined && name.reason === wordOf(reason))),
  )
}
