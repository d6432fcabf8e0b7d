import type { CallerClass } from '../contract/contract.ts'
import type { LineCitation } from './citation.ts'

/** Who may call an operation, and the lines that say so; none when the document does not say. */
export interface StatedCaller {
  readonly caller: CallerClass
  readonly citation: LineCitation | undefined
}
