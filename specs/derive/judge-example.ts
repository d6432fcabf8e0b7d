import type { Json, JsonObject } from '../contract/json.ts'
import type { LineCitation } from './citation.ts'
import { provenance, type GoldenBasis, type JudgedSide, type LeftOut } from './golden-file.ts'
import { maskSentences } from './mask-sentences.ts'

/** One side of an example, as its document shows it. */
export interface ShownSide {
  readonly side: LeftOut['side']
  readonly citation: LineCitation
  /** none when no value can be read from the lines */
  readonly value: Json | undefined
  /** what of the value the contract says otherwise, in our words */
  readonly misfit: (value: Json) => string | undefined
  /** what the golden exchange says; gets the value without sentences */
  readonly said: (value: Json) => JsonObject
}

/** Keeps what can be read and fits its contract, without sentences; lists the rest as left out. */
export function judgeExample(
  basis: GoldenBasis,
  { side, citation, value, misfit, said }: ShownSide,
): JudgedSide {
  const where = provenance(basis, citation)
  if (value === undefined) {
    return { leftOut: { side, state: 'broken', problem: 'no value can be read', ...where } }
  }
  const problem = misfit(value)
  if (problem !== undefined) return { leftOut: { side, state: 'contradicts', problem, ...where } }
  const { value: kept, masked } = maskSentences(value)
  return { said: { ...said(kept), ...(masked.length > 0 && { masked }), ...where } }
}
