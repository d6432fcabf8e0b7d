import { cite, type Citation } from './citation.ts'
import type { Overlay } from './overlay.ts'

/** Who says so, for each entry of an overlay: the lines it reads, and the public source where it has one. */
export function errataCitations(overlay: Overlay): Readonly<Record<string, readonly Citation[]>> {
  return Object.fromEntries(
    overlay.entries.map((entry) => [
      entry.id,
      [...linesOf(overlay.document, entry), ...sourceOf(entry)],
    ]),
  )
}

type OverlayEntry = Overlay['entries'][number]

const linesOf = (document: string, { lines, sha256 }: OverlayEntry): readonly Citation[] =>
  lines.map((range, at) => cite(document, { lines: range, sha256: sha256[at] ?? '' }))

const sourceOf = ({ evidence, source, date }: OverlayEntry): readonly Citation[] => {
  if (source === undefined || evidence === 'document') return []
  return date === undefined ? [{ kind: 'sdk', source }] : [{ kind: 'public', source, date }]
}
