import type { Overlay } from '../contract/overlay.ts'
import type { Span } from './citation.ts'

/** The ids of the errata that read one of these lines, in the order of the overlay. */
export function errataAt({ entries }: Overlay, { from, to }: Span): readonly string[] {
  return entries
    .filter(({ lines }) => lines.some(([first, last]) => first <= to && last >= from))
    .map(({ id }) => id)
}
