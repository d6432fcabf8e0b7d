import { createHash } from 'node:crypto'

import { operators } from './operators/all.ts'
import type { Site } from './operators/operator.ts'
import { parse, saying, type Node } from './syntax.ts'
import { walk, type Place } from './walk.ts'
import { vocabularyOf } from './words-of.ts'

/** A place in a file where another expression may stand, and the expression. */
export interface Point {
  /** file, declaration, operator, and a hash of what it replaces: survives changes elsewhere in the file */
  readonly id: string
  /** its path from the top, without its ending */
  readonly file: string
  readonly line: number
  readonly operator: string
  /** what stands there, as it is written */
  readonly original: string
  /** what stands there instead */
  readonly mutated: string
  readonly start: number
  readonly end: number
}

/** Every point of a file, in the order of the text. The same text has the same points, in TypeScript and as it was built. */
export function pointsOf(file: string, text: string): readonly Point[] {
  const program = parse(file, text)
  const { likeWords, siblings } = vocabularyOf(program, text)
  const found: Omit<Point, 'id'>[] = []
  const keys: string[] = []
  const stem = file.replace(/\.[jt]s$/u, '')
  const lineOf = lineCounter(text)
  walk(program, (node, place) => {
    if (!place.replaceable) return
    const site: Site = {
      ...place,
      text: ({ start, end }) => text.slice(start, end),
      likeWords: (word) => likeWords(word, place),
      siblings: (member) => siblings(member, place),
    }
    const { start, end } = node
    const original = text.slice(start, end)
    const others = operators
      .flatMap(({ name, replacements }) =>
        replacements(node, site).map((replacement) => ({ name, ...replacement })),
      )
      .filter(({ code }) => code !== original)
    if (others.length === 0) return
    const [line, hash] = [lineOf(start), hashOf(node, place)]
    for (const { name, what, code } of others) {
      keys.push(`${stem} ${place.names.join('.')}: ${name}, ${what} ${hash}`)
      found.push({ file: stem, line, operator: name, original, mutated: code, start, end })
    }
  })
  return numbered(keys).map((id, index) => ({ id, ...(found[index] as Omit<Point, 'id'>) }))
}

/** What is said twice in one declaration is told apart by its number. */
const numbered = (keys: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}.${count}`
  })
}

const hashOf = (node: Node, { parent }: Place): string =>
  createHash('sha256')
    .update(`${parent.type} ${saying(node)}`)
    .digest('hex')
    .slice(0, 8)

const lineCounter = (text: string): ((at: number) => number) => {
  const starts = [...text.matchAll(/\n/gu)].map(({ index }) => index)
  return (at) => starts.filter((start) => start < at).length + 1
}
