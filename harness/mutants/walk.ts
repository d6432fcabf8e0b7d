import { bare, isType, nameOf, nodesIn, type Node } from './syntax.ts'

/** Where a node stands. */
export interface Place {
  readonly parent: Node
  /** the part of the parent that it is */
  readonly part: string
  /** the declaration, and the parts of it, that it stands in: from the outside */
  readonly names: readonly string[]
  /** whether another expression may stand in its stead */
  readonly replaceable: boolean
  /** whether it takes a value apart, and computes none */
  readonly binding: boolean
  /** whether it is a link of a chain (`a?.b.c`), which ends where an earlier one has nothing */
  readonly link: boolean
}

export type Visit = (node: Node, place: Place) => void

/** Where a name or a target stands, and no value that could be another. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  AssignmentExpression: ['left'],
  AssignmentPattern: ['left'],
  CallExpression: ['callee'],
  CatchClause: ['param'],
  ClassDeclaration: ['id', 'superClass'],
  ForInStatement: ['left'],
  ForOfStatement: ['left'],
  FunctionDeclaration: ['id'],
  FunctionExpression: ['id'],
  MethodDefinition: ['key'],
  NewExpression: ['callee'],
  Property: ['key'],
  PropertyDefinition: ['key'],
  TaggedTemplateExpression: ['tag', 'quasi'],
  TemplateLiteral: ['quasis'],
  UpdateExpression: ['argument'],
  VariableDeclarator: ['id'],
}

/** What is looked at nowhere: it says which files there are, or which types. */
const closed: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportSpecifier',
  'ImportExpression',
])

const outermost = { part: 'body', names: [], replaceable: false, binding: false, link: false }

/** Visits what may be computed otherwise in a file, from the outside in, each with its place. */
export function walk(program: Node, visit: Visit): void {
  for (const node of nodesIn(program['body'])) step(node, { ...outermost, parent: program }, visit)
}

const step = (node: Node, place: Place, visit: Visit): void => {
  if (isType(node) || closed.has(node.type) || isProse(node)) return
  const inner = bare(node)
  if (inner !== node) return step(inner, place, visit)
  visit(node, place)
  for (const [part, value] of Object.entries(node))
    for (const child of nodesIn(value)) step(child, placeOf(child, part, { node, place }), visit)
}

const placeOf = (
  child: Node,
  part: string,
  { node, place }: { readonly node: Node; readonly place: Place },
): Place => {
  const binding = isBinding(child, part, { node, place })
  const link = isLink(node, part, place)
  const replaceable = !binding && !link && isValue(child) && !isFixed(node, part)
  return { parent: node, part, names: namesIn(node, place), replaceable, binding, link }
}

/** Sentences are for people: what they say is nobody's business but theirs. */
export function isProse(node: Node): boolean {
  if (node.type === 'Literal')
    return typeof node['value'] === 'string' && node['value'].includes(' ')
  if (node.type !== 'TemplateLiteral') return false
  const texts = nodesIn(node['quasis']).map(({ value }) => (value as { readonly raw: string }).raw)
  return texts.some((text) => text.includes(' '))
}

const isBinding = (
  child: Node,
  part: string,
  { node, place }: { readonly node: Node; readonly place: Place },
): boolean => {
  if (/Pattern$|^RestElement$/u.test(child.type) || part === 'params') return true
  return place.binding && !(node.type === 'AssignmentPattern' && part === 'right')
}

const isLink = ({ type }: Node, part: string, place: Place): boolean =>
  type === 'ChainExpression' || (place.link && (part === 'object' || part === 'callee'))

const isFixed = (node: Node, part: string): boolean => {
  if (node.type === 'MemberExpression' && part === 'property') return node['computed'] !== true
  if (node.type === 'Property' && node['shorthand'] === true) return true
  return fixed[node.type]?.includes(part) === true
}

const isValue = ({ type }: Node): boolean => /(Expression|Literal|Identifier)$/u.test(type)

const namesIn = (node: Node, { names }: Place): readonly string[] => {
  const name = ownName(node)
  return name === undefined ? names : [...names, name]
}

const named: ReadonlySet<string> = new Set(['VariableDeclarator', 'FunctionDeclaration'])
const keyed: ReadonlySet<string> = new Set(['Property', 'MethodDefinition'])

const ownName = ({ type, id, key }: Node): string | undefined => {
  if (named.has(type)) return nameOf(id)
  return keyed.has(type) ? nameOf(key) : undefined
}
