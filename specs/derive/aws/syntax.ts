/** A member of a structure as a syntax block shows it. */
export interface SyntaxMember {
  readonly name: string
  readonly required: boolean
  readonly shape: SyntaxShape
}

/** What a syntax block says about a value. `recursion` is a list of the structure that encloses it. */
export type SyntaxShape =
  | { readonly kind: 'string' | 'integer' | 'timestamp' | 'boolean' | 'recursion' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: SyntaxShape }
  | { readonly kind: 'structure'; readonly members: readonly SyntaxMember[] }

const token =
  /\s*(?:'(?<text>[^']*)'|(?<mark>\/\/ (?:REQUIRED|RECURSIVE|\.\.\.))|(?<sign>=>|\[\.\.\.\]|\.\.\.|[[\],])|(?<scalar><integer>|<DateTime>|true \|\| false))/uy

const scalars: Readonly<Record<string, 'integer' | 'timestamp' | 'boolean'>> = {
  '<integer>': 'integer',
  '<DateTime>': 'timestamp',
  'true || false': 'boolean',
}

interface Cursor {
  readonly tokens: readonly string[]
  at: number
}

/**
 * Parses the array literal of a syntax block: `'Name' => value,` with values `'<string>'`, `<integer>`,
 * `<DateTime>`, `true || false`, `'A|B'` (enumeration), `[…]` (structure), `[ […], // ... ]` (list of
 * structures), `['<string>', ...]` (list of scalars), `[...]` (recursion). Comments stand inside the line:
 * `// REQUIRED` follows a scalar, but opens a structure. Throws on anything else, naming the column.
 */
export function parseSyntax(source: string): readonly SyntaxMember[] {
  const cursor: Cursor = { tokens: tokenise(source), at: 0 }
  take(cursor, '[')
  const members = readMembers(cursor)
  take(cursor, ']')
  if (cursor.at < cursor.tokens.length)
    throw new Error(`text after the syntax of ${source.length} columns`)
  return members
}

const tokenise = (source: string): readonly string[] => {
  const tokens: string[] = []
  const end = source.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < end) {
    const column = token.lastIndex + 1
    const groups = token.exec(source)?.groups
    if (groups === undefined) throw new Error(`unknown syntax at column ${column}`)
    tokens.push(
      groups['text'] === undefined
        ? (groups['mark'] ?? groups['sign'] ?? groups['scalar'] ?? '')
        : `'${groups['text']}`,
    )
  }
  return tokens
}

const peek = (cursor: Cursor): string => cursor.tokens[cursor.at] ?? 'end of line'

const accept = (cursor: Cursor, expected: string): boolean => {
  if (peek(cursor) !== expected) return false
  cursor.at += 1
  return true
}

const take = (cursor: Cursor, expected: string): void => {
  if (!accept(cursor, expected)) {
    throw new Error(`expected ${expected} as token ${cursor.at + 1}, found ${peek(cursor)}`)
  }
}

const readMembers = (cursor: Cursor): readonly SyntaxMember[] => {
  const members: SyntaxMember[] = []
  while (peek(cursor).startsWith("'")) {
    const name = peek(cursor).slice(1)
    cursor.at += 1
    take(cursor, '=>')
    const opened = readValue(cursor)
    take(cursor, ',')
    const marked = accept(cursor, '// REQUIRED')
    accept(cursor, '// RECURSIVE')
    members.push({ name, required: opened.required || marked, shape: opened.shape })
  }
  return members
}

interface Value {
  readonly shape: SyntaxShape
  readonly required: boolean
}

const readValue = (cursor: Cursor): Value => {
  if (accept(cursor, '[...]')) return { shape: { kind: 'recursion' }, required: false }
  if (accept(cursor, '[')) return readBracket(cursor)
  const shape = readScalar(peek(cursor))
  cursor.at += 1
  return { shape, required: false }
}

const readScalar = (text: string): SyntaxShape => {
  if (text === "'<string>") return { kind: 'string' }
  const scalar = scalars[text]
  if (scalar !== undefined) return { kind: scalar }
  if (/^'[A-Z][A-Z_]*(?:\|[A-Z][A-Z_]*)*$/u.test(text)) {
    return { kind: 'enum', values: text.slice(1).split('|') }
  }
  throw new Error(`unknown value ${text}`)
}

const readBracket = (cursor: Cursor): Value => {
  const required = accept(cursor, '// REQUIRED')
  if (peek(cursor) === '[') {
    const element = readValue(cursor).shape
    take(cursor, ',')
    take(cursor, '// ...')
    take(cursor, ']')
    return { shape: { kind: 'list', of: element }, required }
  }
  if (cursor.tokens[cursor.at + 1] === ',' && cursor.tokens[cursor.at + 2] === '...') {
    const element = readScalar(peek(cursor))
    cursor.at += 3
    take(cursor, ']')
    return { shape: { kind: 'list', of: element }, required }
  }
  const members = readMembers(cursor)
  take(cursor, ']')
  return { shape: { kind: 'structure', members }, required }
}
