import type { Contract } from '../contract/contract.ts'
import type { JsonObject } from '../contract/json.ts'
import type { Overlay } from '../contract/overlay.ts'
import type { LineCitation, Span } from './citation.ts'

/** What golden exchanges are read against. */
export interface GoldenBasis {
  readonly vendor: string
  /** after errata: what does not fit it is no golden exchange */
  readonly contract: Contract
  readonly overlay: Overlay
}

/** An example that is no golden exchange: no value can be read from it, or the contract says otherwise. */
export interface LeftOut extends JsonObject {
  readonly side: 'request' | 'answer'
  readonly state: 'broken' | 'contradicts'
  /** in our words */
  readonly problem: string
  readonly citation: LineCitation
}

/** A side of a golden exchange, or why it is none. */
export type JudgedSide = { readonly said: JsonObject } | { readonly leftOut: LeftOut }

/** The examples of one operation, as a file of fixtures/contracts (specs/schemas/golden-exchange.schema.json). */
export interface GoldenFile extends JsonObject {
  readonly operation: string
  readonly exchanges: readonly JsonObject[]
}

/** One call of an operation as its document shows it. */
export interface ShownExchange {
  readonly request: JudgedSide | undefined
  readonly answer: JudgedSide | undefined
}

/** Puts the examples of an operation into the form of their file. A call of which nothing is left is no exchange. */
export function goldenFile(
  { vendor, contract }: GoldenBasis,
  operation: string,
  shown: readonly ShownExchange[],
): GoldenFile {
  const exchanges = shown.map(({ request, answer }) => ({
    ...(request !== undefined && 'said' in request && { request: request.said }),
    ...(answer !== undefined && 'said' in answer && { answer: answer.said }),
  }))
  const leftOut = shown
    .flatMap(({ request, answer }) => [request, answer])
    .flatMap((side) => (side !== undefined && 'leftOut' in side ? [side.leftOut] : []))
  return {
    $schema: '../../../specs/schemas/golden-exchange.schema.json',
    vendor,
    operation,
    document: contract.document,
    exchanges: exchanges.filter((exchange) => Object.keys(exchange).length > 0),
    ...(leftOut.length > 0 && { leftOut }),
  }
}

/** What tells where an example stands, and which errata speak of its lines. */
export interface Provenance extends JsonObject {
  readonly citation: LineCitation
}

/** The provenance of what stands at a citation; without `errata` when none speaks of it. */
export function provenance({ overlay }: GoldenBasis, citation: LineCitation): Provenance {
  const span: Span = { from: citation.lines[0], to: citation.lines[1] }
  const errata = errataAt(overlay, span)
  return { ...(errata.length > 0 && { errata }), citation }
}

/** The ids of the errata that read one of these lines, in the order of the overlay. */
export function errataAt({ entries }: Overlay, { from, to }: Span): readonly string[] {
  return entries
    .filter(({ lines }) => lines.some(([first, last]) => first <= to && last >= from))
    .map(({ id }) => id)
}
