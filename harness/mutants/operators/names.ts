import { type Node } from '../syntax.ts'
import { isString } from './conditions.ts'
import { instead, partOf, type Operator, type Site } from './operator.ts'

/** One thing is taken for another of its kind: another word, another member, another place in a list. */

/** Another word that the file uses in the same place, or none. */
export const otherWord: Operator = {
  name: 'other word',
  replacements: (node, site) => {
    if (!isString(node) || isModule(site) || isOperationName(site)) return []
    const word = String(node['value'])
    const words = site.likeWords(node)
    const next = words[(words.indexOf(word) + 1) % words.length] ?? ''
    const other = next === word ? '' : next
    return other === word ? [] : [instead(other, JSON.stringify(other))]
  },
}

/** The file of an import. */
const isModule = ({ part }: Site): boolean => part === 'source'

/** An operation under another name is not there, which is no wrong answer. */
const isOperationName = ({ parent, names }: Site): boolean =>
  parent.type === 'Property' && ['operation', 'verb'].includes(names.at(-1) ?? '')

/** Another member of the same object. */
export const otherMember: Operator = {
  name: 'other member',
  replacements: (node, site) => {
    if (node.type !== 'MemberExpression' || node['computed'] === true) return []
    const name = String(partOf(node, 'property')['name'])
    const all = site.siblings(node)
    const other = all[(all.indexOf(name) + 1) % all.length]
    if (other === undefined || other === name) return []
    return [instead(other, `${site.text(partOf(node, 'object'))}.${other}`)]
  },
}

/** A pattern that lets anything stand before or behind what it looks for. */
export const openPattern: Operator = {
  name: 'open pattern',
  replacements: (node) => {
    const { regex } = node as Node & { readonly regex?: { pattern: string; flags: string } }
    if (node.type !== 'Literal' || regex === undefined) return []
    const { pattern, flags } = regex
    const begun = pattern.startsWith('^') ? [instead('start', `/${pattern.slice(1)}/${flags}`)] : []
    const ended = /(?<!\\)\$$/u.test(pattern)
      ? [instead('end', `/${pattern.slice(0, -1)}/${flags}`)]
      : []
    return [...begun, ...ended]
  },
}

/** Of a text that is put together a part is missing. */
export const leftOutPart: Operator = {
  name: 'left-out part',
  replacements: (node, { text, parent }) => {
    if (parent.type !== 'TemplateLiteral' || node.type === 'TemplateElement') return []
    return text(node) === '' ? [] : [instead('part', "''")]
  },
}
