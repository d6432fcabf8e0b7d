import { parseSync } from 'rolldown/utils'

/** A node of the syntax tree of a file (ESTree, types included); offsets are those of its text. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

/** The syntax tree of a source, in TypeScript or as it was built. Throws where it can not be read: our own mistake. */
export function parse(file: string, text: string): Node {
  const { program, errors } = parseSync(file, text, { lang: file.endsWith('.ts') ? 'ts' : 'js' })
  const [error] = errors
  if (error !== undefined) throw new Error(`${file}: ${error.message}`)
  const read: unknown = program
  if (!isNode(read)) throw new Error(`${file} has no tree`)
  return read
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** The nodes that a part of a node is or holds. */
export function nodesIn(part: unknown): readonly Node[] {
  if (Array.isArray(part)) return part.filter(isNode)
  return isNode(part) ? [part] : []
}

/** What only says a type, or only groups: the expression in it is what counts. */
const wrappers: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSInstantiationExpression',
])

/** The expression without whatever types and parentheses stand around it. */
export function bare(node: Node): Node {
  const inner = wrappers.has(node.type) ? node['expression'] : undefined
  return isNode(inner) ? bare(inner) : node
}

/** Whether a node says types alone. */
export function isType({ type }: Node): boolean {
  return type.startsWith('TS') && !wrappers.has(type)
}

/** The name that an identifier, or a key of an object, has; undefined where it is worked out. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier') return String(node['name'])
  return node.type === 'Literal' ? String(node['value']) : undefined
}

const unspoken: ReadonlySet<string> = new Set([
  'start',
  'end',
  'raw',
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
  'returnType',
  'decorators',
])

/** What a node says, however it is spaced, bracketed and typed: the same in a source and in what was built of it. */
export function saying(node: unknown): string {
  return JSON.stringify(node, (key: string, value: unknown) => {
    if (unspoken.has(key) || isMute(key, value)) return undefined
    if (typeof value === 'bigint') return `${value}n`
    return isNode(value) ? bare(value) : value
  })
}

/** What a node is not, and has not, is written by one parser and left out by the other. */
const isMute = (key: string, value: unknown): boolean =>
  value === null || (value === false && key !== 'value')
