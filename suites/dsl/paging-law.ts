import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import { walkPages } from '../actors/walk-pages.ts'
import { describeOutcome, type Outcome } from '../verdict/outcome.ts'
import type { Question } from './question.ts'
import type { ScenarioContext } from './scenario.ts'

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

/** Pages that a list is read in, and the entries that every service lets ask for at a time. */
const [mostPages, mostEntries] = [100, 20]
/** Pages that are read of a list whose pages are as large as that. */
const allPages = 400

/**
 * The sizes of pages that a list of so many entries is read in: of one entry (of more where the list is long) and of twice
 * that, of one entry less than there are, of just as many and of one more, and of the most that any service takes.
 */
const sizesFor = (entries: number): readonly number[] => {
  const small = Math.min(mostEntries / 2, Math.max(1, Math.ceil(entries / mostPages)))
  const sizes = [small, 2 * small, entries - 1, entries, entries + 1, mostEntries]
  return [...new Set(sizes)].filter((size) => size >= 1 && size <= mostEntries)
}

/**
 * Judges whether a list joined from pages of any size is the whole: without repeats, without gaps, no page longer than
 * asked. Order is left to the endpoint.
 */
export async function checkPages<K extends string, T>(
  { given, check }: Pick<ScenarioContext<K>, 'given' | 'check'>,
  key: K,
  law: PagingLaw<T>,
): Promise<void> {
  const plain = await read(law, given)
  const whole = plain.names.toSorted()
  const sizes = sizesFor(whole.length)
  const most = allPages * Math.min(...sizes)
  check.twin(whole.length <= most, `the list has at most ${most} entries`)
  const sized: (Joined & { readonly size: number })[] = []
  for (const size of sizes) sized.push({ ...(await read(law, given, size)), size })
  const stuck = [plain, ...sized].find((joined) => joined.stuck !== undefined)?.stuck
  if (stuck === undefined) {
    check.twin(whole.length >= law.least, `the list has at least ${law.least} entries`)
  }
  const unfit = sized.filter((joined) => !joinsTo(whole, joined))
  check(key, stuck ?? shownOf(unfit, whole), {
    holds: stuck === undefined && unfit.length === 0 && new Set(whole).size === whole.length,
    says: `pages of ${sizes.join(', ')} join to ${JSON.stringify(whole)}, none longer than asked`,
  })
}

/** Whether the pages of a list join to the whole, which is sorted. */
const joinsTo = (
  whole: readonly string[],
  { names, longest, size }: Joined & { readonly size: number },
): boolean => names.toSorted().join('\n') === whole.join('\n') && longest <= size

/** What is shown of pages that do not join; of those that do, what they join to. */
const shownOf = (
  unfit: readonly (Joined & { readonly size: number })[],
  whole: readonly string[],
): unknown =>
  unfit.length === 0
    ? whole
    : unfit.map(({ size, longest, names }) => ({ size, longest, names: names.toSorted() }))
