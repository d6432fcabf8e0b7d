import type { Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'
import { readMembers, type MemberEntry } from './members.ts'

/** An entry of the `Shapes` part. */
export interface ShapeEntry {
  readonly name: string
  readonly span: Span
  /** None when the page breaks off before them. */
  readonly members: readonly MemberEntry[] | undefined
}

/** What the rest of the page lets one expect of the `Shapes` part. */
export interface ExpectedShapes {
  /** Member names by structure; exceptions have an entry without names. */
  readonly names: ReadonlyMap<string, readonly string[] | undefined>
  readonly cutAt: string | undefined
}

/**
 * Reads the `Shapes` part: entries in ASCII order, each with description and members. Throws when an entry
 * is unknown, missing or without members: only the last one may lack them, and only where the page is known
 * to break off. So a page cut anywhere else is noticed.
 */
export function readShapes(
  document: SourceDocument,
  span: Span,
  expected: ExpectedShapes,
): readonly ShapeEntry[] {
  const starts: number[] = []
  for (let line = span.from; line <= span.to; line += 1) {
    if (lineAt(document, line + 1) === 'Description' && /^\w+$/u.test(lineAt(document, line))) {
      starts.push(line)
    }
  }
  const found = starts.map((line) => lineAt(document, line))
  expectCoverage(document, { starts, found, expected })
  return starts.map((from, at) => {
    const to = (starts[at + 1] ?? span.to + 1) - 1
    return readShape(document, { from, to }, expected)
  })
}

const expectCoverage = (
  document: SourceDocument,
  {
    starts,
    found,
    expected,
  }: {
    readonly starts: readonly number[]
    readonly found: readonly string[]
    readonly expected: ExpectedShapes
  },
): void => {
  const all = [...expected.names.keys()].toSorted()
  const end = expected.cutAt === undefined ? all.length : all.indexOf(expected.cutAt) + 1
  const wanted = all.slice(0, end)
  for (let at = 0; at < Math.max(wanted.length, found.length); at += 1) {
    if (wanted[at] !== found[at]) {
      const line = starts[at] ?? document.lines.length + 1
      throw documentError(document, line, `the shape ${wanted[at] ?? 'list to end'}`)
    }
  }
}

const readShape = (
  document: SourceDocument,
  span: Span,
  { names, cutAt }: ExpectedShapes,
): ShapeEntry => {
  const name = lineAt(document, span.from)
  const membersAt = document.lines.slice(0, span.to).indexOf('Members', span.from + 1) + 1
  if (membersAt > 0) {
    const details = { from: membersAt, to: span.to }
    const members = readMembers(document, details, names.get(name))
    if (members.length === 0) throw documentError(document, membersAt + 1, `members of ${name}`)
    return { name, span, members }
  }
  if (name !== cutAt || span.to < span.from + 2) {
    throw documentError(document, span.to + 1, `the members of ${name}`)
  }
  return { name, span, members: undefined }
}
