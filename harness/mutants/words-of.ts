import { bare, isNode, nameOf, nodesIn, type Node } from './syntax.ts'
import { walk, type Place } from './walk.ts'

/** The words of a file by where they stand: what one of them could be taken for. */
interface Vocabulary {
  readonly likeWords: (node: Node, place: Place) => readonly string[]
  readonly siblings: (node: Node, place: Place) => readonly string[]
}

/** Reads which words stand where in a file, and which members of which objects each of its functions reads. */
export function vocabularyOf(program: Node, text: string): Vocabulary {
  const words = new Map<string, Set<string>>()
  const members = new Map<string, Set<string>>()
  const textOf = ({ start, end }: Node): string => text.slice(start, end)
  walk(program, (node, place) => {
    if (node.type === 'Literal' && typeof node['value'] === 'string')
      note(words, slotOf(node, place, textOf), node['value'])
    const read = memberRead(node, place, textOf)
    if (read !== undefined) note(members, read.of, read.name)
  })
  return {
    likeWords: (node, place) => [...(words.get(slotOf(node, place, textOf)) ?? [])],
    siblings: (node, place) => {
      const read = memberRead(node, place, textOf)
      return read === undefined ? [] : [...(members.get(read.of) ?? [])]
    },
  }
}

type TextOf = (node: Node) => string

const note = (table: Map<string, Set<string>>, key: string, value: string): void => {
  table.set(key, (table.get(key) ?? new Set()).add(value))
}

/** Where a word stands: as which argument of what, compared with what, under which key, in which list. */
const slotOf = (node: Node, { parent, names }: Place, textOf: TextOf): string => {
  if (parent.type === 'CallExpression') {
    const index = nodesIn(parent['arguments']).findIndex((one) => bare(one) === node)
    return `call ${nameOf(parent['callee']) ?? ''} ${index}`
  }
  if (parent.type === 'BinaryExpression') {
    const other = nodesIn([parent['left'], parent['right']]).find((one) => bare(one) !== node)
    return `compared ${other === undefined ? '' : textOf(other)}`
  }
  return parent.type === 'Property'
    ? `table ${names.slice(0, -1).join('.')}`
    : `${parent.type} ${names.at(-1) ?? ''}`
}

/** A member that is read of an object, not called: where two are read, one may be taken for the other. */
const memberRead = (
  node: Node,
  { names, parent, part }: Place,
  textOf: TextOf,
): { readonly of: string; readonly name: string } | undefined => {
  if (node.type !== 'MemberExpression' || node['computed'] === true) return undefined
  if (parent.type === 'CallExpression' && part === 'callee') return undefined
  const { object } = node
  const name = nameOf(node['property'])
  if (!isNode(object) || name === undefined) return undefined
  return { of: `${names[0] ?? ''} ${textOf(object)}`, name }
}
