import { nodesIn, type Node } from '../syntax.ts'
import { instead, partOf, type Operator, type Replacement, type Site } from './operator.ts'

/** Numbers and comparisons that are off by one, or the wrong way round. */

const others: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>'],
  '<=': ['<', '>='],
  '>': ['>=', '<'],
  '>=': ['>', '<='],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '+': ['-'],
  '%': ['*'],
}

/** Compares, or reckons, by another sign. */
export const otherSign: Operator = {
  name: 'other sign',
  replacements: (node, { text }) => {
    if (node.type !== 'BinaryExpression' || joinsText(node)) return []
    const [left, right] = [text(partOf(node, 'left')), text(partOf(node, 'right'))]
    const signs = others[String(node['operator'])] ?? []
    return signs.map((sign) => instead(sign, `${left} ${sign} ${right}`))
  },
}

const joinsText = (node: Node): boolean =>
  node['operator'] === '+' &&
  nodesIn([node['left'], node['right']]).some(
    ({ type, value }) => type === 'TemplateLiteral' || typeof value === 'string',
  )

const isNumber = ({ type, value }: Node): boolean => type === 'Literal' && typeof value === 'number'

/** A number is one too high or one too low. */
export const offByOne: Operator = {
  name: 'off by one',
  replacements: (node, site) => {
    if (!isNumber(node) || isEndIndex(site)) return []
    const value = Number(node['value'])
    return [instead('+1', String(value + 1)), instead('-1', `(${value - 1})`)]
  },
}

/** `-1` is one number to whoever reads it. */
const isEndIndex = ({ parent }: Site): boolean => parent.type === 'UnaryExpression'

/** What a list is as long as is one too high or one too low. */
export const miscounted: Operator = {
  name: 'miscounted',
  replacements: (node, site): readonly Replacement[] => {
    if (node.type !== 'MemberExpression' || node['computed'] === true) return []
    const name = partOf(node, 'property')['name']
    if (name !== 'size' && name !== 'length') return []
    const counted = site.text(node)
    return [instead('+1', `${counted} + 1`), instead('-1', `${counted} - 1`)]
  },
}

/** The clock is an hour slow or fast. */
export const wrongTime: Operator = {
  name: 'wrong time',
  replacements: (node, { text }) =>
    isInstant(node)
      ? [instead('+1h', `${text(node)} + 3600000`), instead('-1h', `${text(node)} - 3600000`)]
      : [],
}

const isInstant = (node: Node): boolean => {
  if (node.type === 'Identifier') return node['name'] === 'now'
  if (node.type !== 'MemberExpression' || node['computed'] === true) return false
  return /^now$|[a-z]At$/u.test(String(partOf(node, 'property')['name']))
}
