import { pointsOf, type Point } from './points.ts'
import { isNode, nodesIn, parse, type Node } from './syntax.ts'

/** A text in which every point can be switched on. */
export interface Instrumented {
  readonly points: readonly Point[]
  readonly code: string
}

/** The names by which the code asks whether a point is switched on, and whether it may go on. */
export const asking = { isOn: '__isOn', goesOn: '__goesOn' } as const

interface Insertion {
  readonly at: number
  readonly text: string
  /** of those at one place, the lower come first */
  readonly order: number
}

/**
 * Writes each expression that has points as a choice between them and itself: `(isOn(7) ? other : (itself))`. Points are
 * numbered on from `first`. Every turn of a loop asks whether it may go on, so that no point runs for ever.
 */
export function instrument(file: string, text: string, first: number): Instrumented {
  const points = pointsOf(file, text)
  const program = parse(file, text)
  const insertions = [...choices(points, first), ...statements(program), ...loops(program)]
  return { points, code: inserted(text, insertions) }
}

/** Whatever ends at a place comes before what begins there. */
const closing = -1e9

/** Where several nest, the outermost is opened first and closed last. */
const choices = (points: readonly Point[], first: number): readonly Insertion[] => {
  const spans = new Map<string, number[]>()
  for (const [index, { start, end }] of points.entries())
    spans.set(`${start} ${end}`, [...(spans.get(`${start} ${end}`) ?? []), index])
  return [...spans.values()].flatMap((indexes) => {
    const { start, end } = points[indexes[0] ?? 0] as Point
    const others = indexes.map(
      (index) => `${asking.isOn}(${first + index})?(${points[index]?.mutated ?? ''}):`,
    )
    const size = end - start
    return [
      { at: start, text: `(${others.join('')}(`, order: -size },
      { at: end, text: '))', order: closing + size },
    ]
  })
}

const inserted = (text: string, insertions: readonly Insertion[]): string => {
  const sorted = insertions.toSorted((one, other) => one.at - other.at || one.order - other.order)
  let code = ''
  let at = 0
  for (const insertion of sorted) {
    code += text.slice(at, insertion.at) + insertion.text
    at = insertion.at
  }
  return code + text.slice(at)
}

const everyNode = (node: Node): readonly Node[] => [
  node,
  ...Object.values(node).flatMap((part) => nodesIn(part).flatMap(everyNode)),
]

/** Without a semicolon before it, a statement that begins with a bracket would be part of the one before. */
const statements = (program: Node): readonly Insertion[] =>
  everyNode(program)
    .filter(({ type }) => type === 'Program' || type === 'BlockStatement')
    .flatMap(({ body }) => nodesIn(body))
    .filter(({ type }) => type === 'ExpressionStatement')
    .map(({ start }) => ({ at: start, text: ';', order: 2 * closing }))

const loops = (program: Node): readonly Insertion[] =>
  everyNode(program).flatMap(({ type, test }) => {
    const turns = ['WhileStatement', 'DoWhileStatement', 'ForStatement'].includes(type)
    if (!turns || !isNode(test)) return []
    return [
      { at: test.start, text: `${asking.goesOn}()&&(`, order: 2 * closing },
      { at: test.end, text: ')', order: -closing },
    ]
  })
