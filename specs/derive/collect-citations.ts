import { pointerStep } from '../contract/json-pointer.ts'
import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import type { LineCitation } from './citation.ts'

/** A citation, the JSON pointer (RFC 6901) of where a data file keeps it, and the document that it is of. */
export interface PlacedCitation {
  readonly pointer: string
  readonly citation: LineCitation
  /** File name; none when nothing around the citation names a document. */
  readonly document: string | undefined
}

/**
 * Every citation in a data file: each object with `lines` and `sha256`, and each pair of two equally long
 * lists under these names. The nearest `document` around a citation names its document. Throws when such
 * lists differ in length: the file is broken.
 */
export function collectCitations(file: Json): readonly PlacedCitation[] {
  return collectBelow(file, { pointer: '', document: undefined })
}

type CitationPlace = Pick<PlacedCitation, 'pointer' | 'document'>

const collectBelow = (value: Json, place: CitationPlace): readonly PlacedCitation[] => {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item, at) =>
      collectBelow(item, { ...place, pointer: `${place.pointer}/${at}` }),
    )
  }
  if (!isObject(value)) return []
  const { document } = value
  const here = typeof document === 'string' ? { ...place, document } : place
  return (
    ownCitations(value, here) ??
    Object.entries(value).flatMap(([name, member]) =>
      collectBelow(member, { ...here, pointer: `${here.pointer}${pointerStep(name)}` }),
    )
  )
}

const ownCitations = (
  value: JsonObject,
  place: CitationPlace,
): readonly PlacedCitation[] | undefined => {
  const { lines, sha256 } = value
  if (!Array.isArray(lines)) return undefined
  const [from, to] = lines as readonly Json[]
  if (typeof sha256 === 'string' && typeof from === 'number' && typeof to === 'number') {
    return [{ ...place, citation: { lines: [from, to], sha256 } }]
  }
  if (!Array.isArray(sha256)) return undefined
  const hashes = sha256 as readonly string[]
  const spans = lines as readonly (readonly [number, number])[]
  if (hashes.length !== spans.length) {
    throw new Error(`${place.pointer}: ${spans.length} places but ${hashes.length} hashes`)
  }
  return spans.map((span, at) => ({
    ...place,
    pointer: `${place.pointer}/lines/${at}`,
    citation: { lines: [...span], sha256: hashes[at] ?? '' },
  }))
}
