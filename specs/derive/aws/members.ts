import type { Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'

/** A line of prose with its number; a line that also opens the next entry is cut before that. */
export interface ProseLine {
  readonly line: number
  readonly text: string
}

/** The entry of a member in a details section or a shape. */
export interface MemberEntry {
  readonly name: string
  readonly span: Span
  readonly required: boolean
  /** The type as the page spells it: `string`, `int`, `timestamp …`, `X structure`, `Array of …`. */
  readonly type: string
  readonly prose: readonly ProseLine[]
  /** How the name was found: on a line of its own, behind other text, or by elimination. */
  readonly named: 'own-line' | 'glued' | 'recovered'
}

interface Bullet {
  readonly dash: number
  readonly start: number
  readonly name: string | undefined
  readonly named: MemberEntry['named']
}

/**
 * Reads the entries of a `Members` list. `expected` are the names that the syntax block shows, in order: one
 * entry may have lost its name (the page renders some names as nothing) and gets the only name left over.
 * Throws with the line when names, order or attributes do not fit.
 */
export function readMembers(
  document: SourceDocument,
  span: Span,
  expected: readonly string[] | undefined,
): readonly MemberEntry[] {
  const bullets = findBullets(document, span)
  const names = recoverNames(document, bullets, expected)
  return bullets.map((bullet, at) => {
    const next = bullets[at + 1]
    const end = next === undefined ? span.to : next.named === 'glued' ? next.start : next.start - 1
    return readEntry(
      document,
      { ...bullet, name: names[at] ?? '' },
      { from: bullet.start, to: end },
    )
  })
}

const attribute = /^- (?:Required: Yes|Type: .+)$/u

const findBullets = (document: SourceDocument, span: Span): readonly Bullet[] => {
  const bullets: Bullet[] = []
  for (let line = span.from + 1; line < span.to; line += 1) {
    if (lineAt(document, line) === '-' && attribute.test(lineAt(document, line + 1))) {
      bullets.push(nameBullet(document, line))
    }
  }
  return bullets
}

const nameBullet = (document: SourceDocument, dash: number): Bullet => {
  const before = lineAt(document, dash - 1)
  const own = /^- (\w+)$/u.exec(before)?.[1]
  if (own !== undefined) return { dash, start: dash - 1, name: own, named: 'own-line' }
  const glued = / - (\w+)$/u.exec(before)?.[1]
  if (glued !== undefined) return { dash, start: dash - 1, name: glued, named: 'glued' }
  return { dash, start: dash, name: undefined, named: 'recovered' }
}

const recoverNames = (
  document: SourceDocument,
  bullets: readonly Bullet[],
  expected: readonly string[] | undefined,
): readonly string[] => {
  const found = new Set(bullets.map(({ name }) => name))
  const lost = (expected ?? []).filter((name) => !found.has(name))
  const nameless = bullets.find(({ name }) => name === undefined)
  if (nameless !== undefined && lost.length !== 1) {
    throw documentError(document, nameless.dash - 1, 'the name of a member')
  }
  const names = bullets.map(({ name }) => name ?? lost[0] ?? '')
  if (expected !== undefined) expectNames(document, { bullets, names, expected })
  return names
}

const expectNames = (
  document: SourceDocument,
  {
    bullets,
    names,
    expected,
  }: {
    readonly bullets: readonly Bullet[]
    readonly names: readonly string[]
    readonly expected: readonly string[]
  },
): void => {
  for (let at = 0; at < Math.max(names.length, expected.length); at += 1) {
    if (names[at] === expected[at]) continue
    const line = bullets[at]?.start ?? (bullets.at(-1)?.dash ?? document.lines.length) + 1
    throw documentError(document, line, `the member ${expected[at] ?? 'list to end'}`)
  }
}

const readEntry = (document: SourceDocument, bullet: Bullet, span: Span): MemberEntry => {
  const required = lineAt(document, bullet.dash + 1) === '- Required: Yes'
  const typeAt = bullet.dash + (required ? 2 : 1)
  const type = /^- Type: (.+)$/u.exec(lineAt(document, typeAt))?.[1]
  if (type === undefined) throw documentError(document, typeAt, `the type of ${bullet.name}`)
  const prose: ProseLine[] = []
  for (let line = typeAt + 1; line <= span.to; line += 1) {
    prose.push({ line, text: lineAt(document, line).replace(/ - \w+$/u, '') })
  }
  return { name: bullet.name ?? '', span, required, type, prose, named: bullet.named }
}
