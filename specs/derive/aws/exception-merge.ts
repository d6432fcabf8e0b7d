import { cite, type LineCitation } from '../citation.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import type { DeclaredException, ListedReason } from './exceptions.ts'
import { readReasons } from './exceptions.ts'
import type { MemberEntry } from './members.ts'
import type { Operation } from './operation.ts'
import type { ShapeEntry } from './shapes.ts'

/** An exception merged from all its declarations and its shape. */
export interface Exception {
  readonly name: string
  /** Its shape, or else its first declaration. */
  readonly citation: LineCitation
  /** The members that its shape shows; empty where the page breaks off before it. */
  readonly members: readonly MemberEntry[]
  /** The reason codes, with the place where they are listed first. */
  readonly reasons: readonly ListedReason[]
}

/**
 * Merges the exceptions of all operations with their shapes, sorted by name. Throws when two copies of a
 * reason list differ.
 */
export function mergeExceptions(
  document: SourceDocument,
  operations: readonly Operation[],
  shapes: readonly ShapeEntry[],
): readonly Exception[] {
  const first = new Map<string, DeclaredException>()
  for (const declared of operations.flatMap(({ exceptions }) => exceptions)) {
    const known = first.get(declared.name)
    if (known === undefined) first.set(declared.name, declared)
    else expectSameReasons(document, known.reasons, declared)
  }
  const names = [...first.keys()].toSorted()
  return names.flatMap((name) => {
    const declared = first.get(name)
    if (declared === undefined) return []
    const shape = shapes.find((entry) => entry.name === name)
    if (shape === undefined) return [{ ...declared, members: [] }]
    const reasons = readReasons(document, shape.span)
    const citation = cite(document.lines, shape.span)
    expectSameReasons(document, declared.reasons, { name, citation, reasons })
    return [{ name, citation, members: shape.members ?? [], reasons: declared.reasons }]
  })
}

const expectSameReasons = (
  document: SourceDocument,
  reasons: readonly ListedReason[],
  other: Pick<DeclaredException, 'name' | 'citation' | 'reasons'>,
): void => {
  const at = other.reasons.findIndex(({ code }, index) => reasons[index]?.code !== code)
  if (at < 0 && reasons.length === other.reasons.length) return
  const line = other.reasons[at]?.citation.lines[0] ?? other.citation.lines[1]
  throw documentError(document, line, `the reasons of ${other.name} as listed before`)
}
