import type { Findings } from './differences.ts'
import type { HeardCall } from './heard-call.ts'
import type { Known, Step } from './known.ts'
import type { Shadow } from './shadow.ts'

/** What was found of one call. */
export interface Observation extends Findings {
  readonly operation: string
  readonly exchange: number
  /** whether the target carried it out */
  readonly isDone: boolean
}

/** A call with the instant at which it was sent. */
export interface Sent {
  readonly at: number
  readonly heard: HeardCall
}

/** What calls came to one after the other. */
export interface Followed {
  readonly known: Known | undefined
  readonly observed: readonly Observation[]
  /** there is no order in which the rules carry these calls out as the target did */
  readonly disorder?: Disorder
}

/** Calls that were under way at the same time, and how they differ in the order in which they were answered. */
export interface Disorder {
  readonly sent: readonly Sent[]
  readonly observed: readonly Observation[]
}

/** So many calls at once are tried in every order: more would take too long. */
const most = 4

/**
 * Calls that were under way at the same time, in an order in which the rules carry them out as the target did: any is as
 * good (linearizability). Where there is none, or they are too many to try all, nobody can tell what they did.
 */
export function inAnyOrder(shadow: Shadow, known: Known, sent: readonly Sent[]): Followed {
  if (sent.length === 1 || sent.every(({ heard }) => !heard.writes)) {
    return inOrder(shadow, known, sent).take()
  }
  if (sent.length > most) return { known: undefined, observed: [] }
  let first: readonly Observation[] | undefined
  for (const order of permutations(sent)) {
    const { observed, take } = inOrder(shadow, known, order)
    if (observed.every(({ differences }) => differences.length === 0)) return take()
    first ??= observed
  }
  return { known: undefined, observed: [], disorder: { sent, observed: first ?? [] } }
}

/** What calls come to in an order; what is learned of it is known once it is taken. */
const inOrder = (
  shadow: Shadow,
  { learned, ...before }: Known,
  sent: readonly Sent[],
): Pick<Followed, 'observed'> & { readonly take: () => Followed } => {
  const steps: Step[] = []
  const observed: Observation[] = []
  let known: Known | undefined = { learned, ...before }
  for (const { heard, at } of sent) {
    if (known === undefined) break
    const step = shadow.step(known, heard, at)
    steps.push(step)
    observed.push({ ...toldOf(heard), ...step.found })
    ;({ known } = step)
  }
  const take = (): Followed => {
    for (const { keep } of steps.toReversed()) keep()
    return { known: known && { ...known, learned }, observed }
  }
  return { observed, take }
}

const toldOf = ({
  operation,
  interaction: { exchange, reply },
}: HeardCall): Omit<Observation, keyof Findings> => ({
  operation,
  exchange: exchange.id,
  isDone: reply.kind === 'output',
})

/** Every order of some calls, the one in which they were answered first. */
function* permutations<T>(all: readonly T[]): Generator<readonly T[]> {
  if (all.length <= 1) yield all
  else
    for (const [index, first] of all.entries()) {
      const rest = all.toSpliced(index, 1)
      for (const order of permutations(rest)) yield [first, ...order]
    }
}
