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

/** Pages that a list is read in, and the entries that every service lets ask for at a time, twice. */
const [mostPages, mostEntries] = [100, 10]
/** Pages that are read of a list whose pages are as large as that. */
const allPages = 400

/** The smaller of two sizes of pages: of one entry, unless the list is long. */
const sizeFor = (entries: number): number =>
  Math.min(mostEntries, Math.max(1, Math.ceil(entries / mostPages)))

/**
 * Judges whether a list joined from small pages is the whole: in pages of one and of two entries (of more where the list
 * is long), without repeats, without gaps, no page longer than asked. Order is left to the endpoint.
 */
export async function checkPages<K extends string, T>(
  { given, check }: Pick<ScenarioContext<K>, 'given' | 'check'>,
  key: K,
  law: PagingLaw<T>,
): Promise<void> {
  const plain = await read(law, given)
  const whole = plain.names.toSorted()
  const size = sizeFor(whole.length)
  check.twin(whole.length <= allPages * size, `the list has at most ${allPages * size} entries`)
  const small = [await read(law, given, size), await read(law, given, 2 * size)]
  const stuck = [plain, ...small].find((joined) => joined.stuck !== undefined)?.stuck
  if (stuck === undefined) {
    check.twin(whole.length >= law.least, `the list has at least ${law.least} entries`)
  }
  check(key, stuck ?? small.map(({ names }) => names.toSorted()), {
    holds: stuck === undefined && joinsTo(whole, small, size),
    says: `pages of ${size} and ${2 * size} join to ${JSON.stringify(whole)}, none longer than asked`,
  })
}

/** Lists in pages of a size and of twice that against the whole, sorted. */
const joinsTo = (whole: readonly string[], small: readonly Joined[], size: number): boolean => {
  const fits = small.every(({ names }) => names.toSorted().join('\n') === whole.join('\n'))
  const short = small.every(({ longest }, index) => longest <= (index + 1) * size)
  return fits && short && new Set(whole).size === whole.length
}
