import { DFA, JS, NFA } from 'refa'

/**
 * Texts at the edge of a pattern, and just beyond it, can not be found by trying: a regular expression only tells whether
 * a text fits. The same pattern as an automaton tells which texts there are. Lengths are in code points.
 */
export interface PatternLanguage {
  readonly has: (text: string) => boolean
  readonly shortest: number
  /** infinite when there is no longest one */
  readonly longest: number
  /** whether a character occurs in any of its texts */
  readonly uses: (character: string) => boolean
  /** whether every one of its texts has this character */
  readonly needs: (character: string) => boolean
  /** whether any of its texts starts so */
  readonly starts: (prefix: string) => boolean
  /** whether any of its texts ends with this character */
  readonly ends: (character: string) => boolean
  /** a text of exactly that length, each character chosen by `pick`; undefined when there is none */
  readonly word: (
    length: number,
    pick: (characters: readonly string[]) => string,
  ) => string | undefined
}

type Node = DFA.ReadonlyNode

/** What is read of an automaton; its class wants nodes that can be changed. */
interface Automaton {
  readonly initial: Node
  readonly finals: ReadonlySet<Node>
  readonly nodes: () => Iterable<Node>
}

const languages = new Map<string, PatternLanguage>()

/** The language of a fully anchored pattern (`^…$`, with the `u` flag). Built once per pattern. */
export function patternLanguageOf(pattern: string): PatternLanguage {
  const language = languages.get(pattern) ?? build(pattern)
  languages.set(pattern, language)
  return language
}

const build = (pattern: string): PatternLanguage => {
  const inner = pattern.replace(/^\^/u, '').replace(/\$$/u, '')
  const { expression, maxCharacter } = JS.Parser.fromLiteral(new RegExp(inner, 'u')).parse()
  const dfa = DFA.fromFA(NFA.fromRegex(expression, { maxCharacter }))
  const nodes = [...dfa.nodes()]
  const ways = new Map(nodes.map((node) => [node, [...node.out]] as const))
  const steps = [...ways.values()].flat().map(([range, to]) => ({ range, to }))
  const walk: Walk = { dfa, ways, levels: [dfa.finals] }
  const expected = new RegExp(pattern, 'u')
  return {
    has: (text) => expected.test(text),
    shortest: shortestOf(dfa, () => true) ?? 0,
    longest: dfa.isFinite ? longestOf(dfa, dfa.initial) : Number.POSITIVE_INFINITY,
    uses: (character) => steps.some(({ range }) => within(range, character)),
    needs: (character) => shortestOf(dfa, ([range]) => !only(range, character)) === undefined,
    starts: (prefix) => follow(dfa.initial, prefix) !== undefined,
    ends: (character) =>
      steps.some((step) => dfa.finals.has(step.to) && within(step.range, character)),
    word: (length, pick) => spell(walk, { length, pick }),
  }
}

type Transition = readonly [range: { readonly min: number; readonly max: number }, to: Node]

const within = ({ min, max }: Transition[0], character: string): boolean => {
  const point = character.codePointAt(0) ?? -1
  return min <= point && point <= max
}

const only = ({ min, max }: Transition[0], character: string): boolean =>
  min === max && min === character.codePointAt(0)

const follow = (from: Node, text: string): Node | undefined =>
  Array.from(text).reduce<Node | undefined>(
    (node, one) => node?.out.get(one.codePointAt(0) ?? -1),
    from,
  )

/** Length of the shortest text over allowed transitions; undefined when none leads to an end. */
const shortestOf = (
  dfa: Automaton,
  allowed: (transition: Transition) => boolean,
): number | undefined => {
  let level = new Set<Node>([dfa.initial])
  const seen = new Set<Node>()
  for (let length = 0; level.size > 0; length += 1) {
    if ([...level].some((node) => dfa.finals.has(node))) return length
    for (const node of level) seen.add(node)
    const next = [...level].flatMap((node) => [...node.out].filter(allowed).map(([, to]) => to))
    level = new Set(next.filter((node) => !seen.has(node)))
  }
  return undefined
}

const longestOf = (dfa: Automaton, from: Node, met: Map<Node, number> = new Map()): number => {
  const known = met.get(from)
  if (known !== undefined) return known
  const below = [...from.out.values()].map((to) => 1 + longestOf(dfa, to, met))
  const longest = Math.max(dfa.finals.has(from) ? 0 : Number.NEGATIVE_INFINITY, ...below)
  met.set(from, longest)
  return longest
}

interface Walk {
  readonly dfa: Automaton
  /** where one can go from each node: an automaton's own list is costly to read */
  readonly ways: ReadonlyMap<Node, readonly Transition[]>
  /** for each number of characters left: the nodes from which a text can end in exactly so many; grows as it is asked */
  readonly levels: ReadonlySet<Node>[]
}

interface Spelling {
  readonly length: number
  readonly pick: (characters: readonly string[]) => string
}

const spell = (walk: Walk, { length, pick }: Spelling): string | undefined => {
  let node: Node = walk.dfa.initial
  if (!levelAt(walk, length).has(node)) return undefined
  const text: string[] = []
  for (let left = length - 1; left >= 0; left -= 1) {
    const level = levelAt(walk, left)
    const ways = (walk.ways.get(node) ?? []).filter(([, to]) => level.has(to))
    const character = pick(charactersOf(ways.map(([range]) => range)))
    text.push(character)
    node = node.out.get(character.codePointAt(0) ?? -1) ?? node
  }
  return text.join('')
}

const levelAt = ({ ways, levels }: Walk, length: number): ReadonlySet<Node> => {
  for (let left = levels.length; left <= length; left += 1) {
    const below = levels[left - 1] ?? new Set<Node>()
    const reaching = [...ways].filter(([, steps]) => steps.some(([, to]) => below.has(to)))
    levels.push(new Set(reaching.map(([node]) => node)))
  }
  return levels[length] ?? new Set()
}

/** Preferred characters first: what reads well, then the lowest one of each range. */
const readable = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')

const charactersOf = (ranges: readonly Transition[0][]): readonly string[] => {
  const good = readable.filter((character) => ranges.some((range) => within(range, character)))
  return good.length > 0 ? good : ranges.map(({ min }) => String.fromCodePoint(min))
}
