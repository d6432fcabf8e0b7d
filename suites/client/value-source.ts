import type { Call } from './call.ts'
import type { AnswerWatch, ClientParts } from './client-parts.ts'
import type { Violation } from './contract-validator.ts'
import { namesIn } from './target.ts'
import type { Exchange } from './transcript.ts'

/** Whose value it is that breaks the contract: ours, the target's, or that of an answer. */
type ValueSource = 'suite' | 'target' | Exchange

/** Finds out whose value it is that breaks the contract. */
export function sourceFinder({
  target,
  transcript,
}: Pick<ClientParts, 'target' | 'transcript'>): (violation: Violation) => ValueSource {
  return ({ value }) => {
    if (typeof value !== 'string' && typeof value !== 'number') return 'suite'
    const text = String(value)
    return transcript.whereShown(text) ?? (namesIn(target).includes(text) ? 'target' : 'suite')
  }
}

interface Judging {
  readonly sourceOf: (violation: Violation) => ValueSource
  readonly watch: AnswerWatch | undefined
}

/**
 * Throws when an input breaks the contract by our own mistake; where a value is the endpoint's own, whoever watches
 * hears of it and the call goes on.
 */
export function ensureValid(
  { operation }: Call,
  violations: readonly Violation[],
  { sourceOf, watch }: Judging,
): void {
  for (const violation of violations) {
    const source = sourceOf(violation)
    if (source === 'suite') {
      const { pointer, message } = violation
      throw new Error(`our own ${operation} breaks the contract at ${pointer}: ${message}`)
    }
    if (source !== 'target') watch?.unsayable(source, violation)
  }
}
