import { nameOf, nodesIn, type Node } from '../syntax.ts'
import { instead, partOf, type Operator, type Site } from './operator.ts'

/** Lists that are not filtered, sorted, cut, searched or counted as they were to be. */

/** Calls without which the list, the text or the number stays what it is. */
const steps: ReadonlySet<string> = new Set([
  'filter',
  'slice',
  'toSorted',
  'toReversed',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'replace',
  'replaceAll',
  'with',
  'normalize',
])

/** A step on the way is left out: a filter is ignored, an order is not kept. */
export const leftOutStep: Operator = {
  name: 'left-out step',
  replacements: (node, { text }) => {
    const { object, name } = methodOf(node)
    return object !== undefined && steps.has(name) ? [instead(name, text(object))] : []
  },
}

const opposites: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  find: 'findLast',
  findLast: 'find',
  findIndex: 'findLastIndex',
  indexOf: 'lastIndexOf',
  max: 'min',
  min: 'max',
  floor: 'ceil',
  ceil: 'floor',
  keys: 'values',
  values: 'keys',
  add: 'delete',
  set: 'delete',
  toLowerCase: 'toUpperCase',
}

/** The counterpart of what was to be called. */
export const oppositeCall: Operator = {
  name: 'opposite call',
  replacements: (node, { text }) => {
    const { object, name } = methodOf(node)
    const other = Object.hasOwn(opposites, name) ? opposites[name] : undefined
    if (object === undefined || other === undefined) return []
    return [instead(other, `${text(object)}.${other}(${givenTo(node, text)})`)]
  },
}

/** A question about one thing is answered the other way round. */
export const turnedQuestion: Operator = {
  name: 'turned question',
  replacements: (node, site) => {
    const { object, name } = methodOf(node)
    const asks = ['has', 'includes', 'test', 'some', 'every'].includes(name)
    return object !== undefined && asks && !isTested(site)
      ? [instead('not', `!${site.text(node)}`)]
      : []
  },
}

/** Of several things only the first is there, or all but the last. */
export const shortList: Operator = {
  name: 'short list',
  replacements: (node, { text }) => {
    const { object, name } = methodOf(node)
    const listed = ['map', 'filter', 'flatMap', 'toSorted'].includes(name)
    if (object === undefined || !listed) return []
    return [
      instead('the first', `${text(node)}.slice(0, 1)`),
      instead('all but the last', `${text(node)}.slice(0, -1)`),
    ]
  },
}

/** That is what `negated condition` does. */
const isTested = ({ part, parent }: Site): boolean =>
  part === 'test' || parent.type === 'UnaryExpression'

const methodOf = (node: Node): { readonly object?: Node; readonly name: string } => {
  if (node.type !== 'CallExpression') return { name: '' }
  const callee = partOf(node, 'callee')
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return { name: '' }
  const name = nameOf(callee['property']) ?? ''
  return { object: partOf(callee, 'object'), name }
}

const givenTo = (node: Node, text: Site['text']): string =>
  nodesIn(node['arguments']).map(text).join(', ')
