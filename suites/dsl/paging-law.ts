import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import { walkPages } from '../actors/walk-pages.ts'
import { describeOutcome, type Outcome } from '../verdict/outcome.ts'
import type { Question, ScenarioContext } from './scenario.ts'

/** A list, by the size of its pages. */
export type PagedList<T> = (paging: Paging) => Promise<Outcome<Page<T>>>

interface Joined {
  readonly names: readonly string[]
  readonly longest: number
  /** why the list did not come to an end */
  readonly stuck?: string
}

/** Reads a list in pages of a size; without a size in whatever pages the endpoint likes. */
const read = async <T>(
  { list, nameOf }: Pick<PagingLaw<T>, 'list' | 'nameOf'>,
  given: ScenarioContext<string>['given'],
  size?: number,
): Promise<Joined> => {
  const sized: Paging = size === undefined ? {} : { size }
  const { pages, end } = await walkPages((token: string | undefined) =>
    list(token === undefined ? sized : { ...sized, token }),
  )
  const joined = {
    names: pages.flatMap(({ items }) => items.map(nameOf)),
    longest: Math.max(0, ...pages.map(({ items }) => items.length)),
  }
  if (end.kind === 'endless') return { ...joined, stuck: end.problem }
  if (end.kind !== 'broken') return joined
  // a token that the endpoint gave itself is its to take back
  if (pages.length === 0 || end.outcome.kind !== 'refused') return given(end.outcome)
  return { ...joined, stuck: `its own page token is refused: ${describeOutcome(end.outcome)}` }
}

/** A list that the law holds for: how it is asked, how its entries are told apart, how many there are. */
export interface PagingLaw<T> {
  readonly list: PagedList<T>
  readonly nameOf: (entry: T) => string
  readonly least: number
}

/** The question whether the pages of a list join. */
export function joins(title: string): Question {
  return { title, axis: 'pagination' }
}

/** Entries that are told apart by their id. */
export function idOf({ id }: { readonly id: string }): string {
  return id
}

/**
 * Judges whether a list joined from small pages is the whole: in pages of one and of two entries, without
 * repeats, without gaps, no page longer than asked. Order is left to the endpoint.
 */
export async function checkPages<K extends string, T>(
  { given, check }: Pick<ScenarioContext<K>, 'given' | 'check'>,
  key: K,
  law: PagingLaw<T>,
): Promise<void> {
  const lists = [await read(law, given), await read(law, given, 1), await read(law, given, 2)]
  const [plain, ...small] = lists
  const whole = plain?.names.toSorted() ?? []
  const stuck = lists.find((joined) => joined.stuck !== undefined)?.stuck
  if (stuck === undefined) {
    check.twin(whole.length >= law.least, `the list has at least ${law.least} entries`)
  }
  check(key, stuck ?? small.map(({ names }) => names.toSorted()), {
    holds: stuck === undefined && joinsTo(whole, small),
    says: `pages of one and two join to ${JSON.stringify(whole)}, none longer than asked`,
  })
}

/** Lists in pages of one and of two entries against the whole, sorted. */
const joinsTo = (whole: readonly string[], small: readonly Joined[]): boolean => {
  const fits = small.every(({ names }) => names.toSorted().join('\n') === whole.join('\n'))
  const short = small.every(({ longest }, index) => longest <= index + 1)
  return fits && short && new Set(whole).size === whole.length
}
