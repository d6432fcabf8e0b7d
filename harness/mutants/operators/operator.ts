import type { Node } from '../syntax.ts'
import type { Place } from '../walk.ts'

/** Another expression in the stead of one. */
export interface Replacement {
  /** what was done, in few words: tells it from the others of the same operator at the same expression */
  readonly what: string
  readonly code: string
}

/** What an operator looks at besides the expression. */
export interface Site extends Place {
  readonly text: (node: Node) => string
  /** the words of the file that stand where such a word stands, in the order of their first use */
  readonly likeWords: (node: Node) => readonly string[]
  /** the members of an object of that name which are read anywhere in the same function */
  readonly siblings: (node: Node) => readonly string[]
}

/** A way to be wrong: which other expressions may stand in the stead of one. */
export interface Operator {
  readonly name: string
  readonly replacements: (node: Node, site: Site) => readonly Replacement[]
}

/** Another expression that is made of the texts of nodes. */
export function instead(what: string, code: string): Replacement {
  return { what, code }
}

/** The part of a node that is a node. Throws where it is not: the tree is not what ESTree says. */
export function partOf(node: Node, part: string): Node {
  const found = node[part]
  if (typeof found !== 'object' || found === null) throw new Error(`${node.type} has no ${part}`)
  return found as Node
}
