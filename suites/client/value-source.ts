import type { Operation, Pagination } from '../../specs/contract/contract.ts'
import { pointerStep } from '../../specs/contract/json-pointer.ts'
import type { AnswerWatch, ClientParts } from './client-parts.ts'
import type { Violation } from './contract-validator.ts'
import { namesIn } from './target.ts'
import type { Exchange } from './transcript.ts'

/** Whose value it is that breaks the contract: ours, the target's, or that of an answer. */
type ValueSource = 'suite' | 'target' | Exchange

/** Says whose value it is; the operation tells what another page is asked for with. */
type SourceOf = (violation: Violation, operation?: Operation) => ValueSource

/**
 * Finds out whose value it is that breaks the contract. What an answer only echoes was ours before, but for what it names the
 * next page with: nobody else does.
 */
export function sourceFinder({
  target,
  transcript,
}: Pick<ClientParts, 'target' | 'transcript'>): SourceOf {
  return ({ value, pointer }, operation) => {
    if (typeof value !== 'string' && typeof value !== 'number') return 'suite'
    const text = String(value)
    const shown = transcript.whereShown(text, isGivenToken(operation?.pagination, pointer))
    return shown ?? (namesIn(target).includes(text) ? 'target' : 'suite')
  }
}

/** Whether a further page is asked for there, with what an answer named it by: where entries are counted, we count. */
const isGivenToken = (pagination: Pagination | undefined, pointer: string): boolean =>
  pagination?.next !== undefined && pointer === pointerStep(pagination.token)

interface Judging {
  readonly sourceOf: SourceOf
  readonly operation: Operation
  readonly watch: AnswerWatch | undefined
}

/**
 * Throws when an input breaks the contract by our own mistake; where a value is the endpoint's own, whoever watches
 * hears of it and the call goes on.
 */
export function ensureValid(
  violations: readonly Violation[],
  { operation, sourceOf, watch }: Judging,
): void {
  for (const violation of violations) {
    const source = sourceOf(violation, operation)
    if (source === 'suite') {
      const { pointer, message } = violation
      throw new Error(`our own ${operation.name} breaks the contract at ${pointer}: ${message}`)
    }
    if (source !== 'target') watch?.unsayable(source, violation)
  }
}
