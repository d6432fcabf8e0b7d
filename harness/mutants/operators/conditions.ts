import type { Node } from '../syntax.ts'
import { instead, partOf, type Operator, type Site } from './operator.ts'

/** What is decided is decided the other way round, always the same way, or by one half of its reasons. */

const tested: ReadonlySet<string> = new Set(['IfStatement', 'ConditionalExpression'])

const isTest = ({ parent, part }: Site): boolean => part === 'test' && tested.has(parent.type)

/** A condition is turned round. */
export const negatedCondition: Operator = {
  name: 'negated condition',
  replacements: (node, site) => (isTest(site) ? [instead('not', `!(${site.text(node)})`)] : []),
}

/** A guard is not there. */
export const forgottenGuard: Operator = {
  name: 'forgotten guard',
  replacements: (_node, site) =>
    isTest(site) && site.parent.type === 'IfStatement' ? [instead('never', 'false')] : [],
}

/** Only one of two cases is known. */
export const oneCaseOnly: Operator = {
  name: 'one case only',
  replacements: (node, { text }) =>
    node.type === 'ConditionalExpression'
      ? ['consequent', 'alternate'].map((part) => instead(part, text(partOf(node, part))))
      : [],
}

/** Only one of two reasons counts, and nothing stands in for what is missing. */
export const oneReasonOnly: Operator = {
  name: 'one reason only',
  replacements: (node, { text }) =>
    node.type === 'LogicalExpression'
      ? ['left', 'right'].map((part) => instead(part, text(partOf(node, part))))
      : [],
}

/** A yes that was to be a no. */
export const lostNegation: Operator = {
  name: 'lost negation',
  replacements: (node, site) =>
    node.type === 'UnaryExpression' && node['operator'] === '!' && !isTest(site)
      ? [instead('yes', `!!(${site.text(partOf(node, 'argument'))})`)]
      : [],
}

/** A flag is set the other way. */
export const turnedFlag: Operator = {
  name: 'turned flag',
  replacements: ({ type, value }) =>
    type === 'Literal' && typeof value === 'boolean' ? [instead(`${!value}`, `${!value}`)] : [],
}

export const isString = ({ type, value }: Node): boolean =>
  type === 'Literal' && typeof value === 'string'
