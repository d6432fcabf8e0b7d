import { bare, isNode, nameOf, nodesIn, type Node } from '../syntax.ts'
import { instead, partOf, type Operator, type Replacement, type Site } from './operator.ts'

/** What was to be written, listed, told or looked at is left out. */

const without = (node: Node, part: string, { text }: Site): readonly Replacement[] => {
  const all = nodesIn(node[part])
  const [open, close] = part === 'elements' ? '[]' : '{}'
  return all.flatMap((one, index) => {
    if (isOffer(one)) return []
    const rest = all.filter((other) => other !== one).map(text)
    return [instead(labelOf(one, index), `${open}${rest.join(', ')}${close}`)]
  })
}

const labelOf = (node: Node, index: number): string =>
  nameOf(node['key']) ?? (node.type === 'SpreadElement' ? `...${index}` : String(index))

/** Parts that only the suite reads, or without which an operation is not there at all, which is no wrong answer. */
const offers: ReadonlySet<string> = new Set([
  'verb',
  'operation',
  'feature',
  'template',
  'workflow',
  'filling',
  'lasting',
  'row',
  'rule',
])

const isOffer = ({ type, key, value }: Node): boolean => {
  if (type !== 'Property') return false
  if (offers.has(nameOf(key) ?? '')) return true
  return isNode(value) && bare(value).type === 'ObjectExpression' && isRow(bare(value))
}

const isRow = (object: Node): boolean =>
  nodesIn(object['properties']).some(({ key }) => nameOf(key) === 'operation')

/** Something is not written, or not told. */
export const leftOutMember: Operator = {
  name: 'left-out member',
  replacements: (node, site) =>
    node.type === 'ObjectExpression' ? without(node, 'properties', site) : [],
}

/** One of several things is missing. */
export const leftOutEntry: Operator = {
  name: 'left-out entry',
  replacements: (node, site) =>
    node.type === 'ArrayExpression' ? without(node, 'elements', site) : [],
}

/** What came of a call is told, and not done: its last part, which says what else, is missing. */
export const forgottenEffect: Operator = {
  name: 'forgotten effect',
  replacements: (node, { text }) => {
    const given = argumentsOf(node)
    const last = given.at(-1)
    if (last === undefined || given.length < 2 || bare(last).type !== 'ObjectExpression') return []
    return [instead('last argument', callOf(node, given.slice(0, -1), text))]
  },
}

/** A change of something gives back what was there. */
export const forgottenChange: Operator = {
  name: 'forgotten change',
  replacements: (node, { text }) => {
    const [first, ...more] = argumentsOf(node)
    const changes = /^(with|cover|add|put|set)/u.test(calleeName(node))
    return first !== undefined && more.length > 0 && changes && isSimple(first)
      ? [instead('first argument', text(first))]
      : []
  },
}

/** One of several questions is not asked. */
export const forgottenQuestion: Operator = {
  name: 'forgotten question',
  replacements: (node, { text }) =>
    calleeName(node) === 'firstOf'
      ? argumentsOf(node).map((one, index) =>
          instead(
            String(index),
            callOf(
              node,
              argumentsOf(node).filter((other) => other !== one),
              text,
            ),
          ),
        )
      : [],
}

/** Two things are taken for each other. */
export const swappedArguments: Operator = {
  name: 'swapped arguments',
  replacements: (node, { text }) => {
    const given = argumentsOf(node)
    return given.slice(1).flatMap((right, index) => {
      const left = given[index]
      if (left === undefined || !isSimple(left) || !isSimple(right)) return []
      const swapped = given.with(index, right).with(index + 1, left)
      return [instead(`${index} and ${index + 1}`, callOf(node, swapped, text))]
    })
  },
}

const argumentsOf = (node: Node): readonly Node[] =>
  node.type === 'CallExpression' ? nodesIn(node['arguments']) : []

const callOf = (node: Node, given: readonly Node[], text: Site['text']): string =>
  `${text(partOf(node, 'callee'))}${node['optional'] === true ? '?.' : ''}(${given.map(text).join(', ')})`

const calleeName = (node: Node): string =>
  node.type === 'CallExpression' ? (nameOf(node['callee']) ?? '') : ''

const isSimple = (node: Node): boolean =>
  ['Identifier', 'MemberExpression'].includes(bare(node).type)
