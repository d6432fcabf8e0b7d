import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import { describeOutcome, type Outcome } from '../verdict/outcome.ts'
import type { ScenarioContext } from './scenario.ts'

/** A list, by the size of its pages. */
export type PagedList<T> = (paging: Paging) => Promise<Outcome<Page<T>>>

interface Walked {
  readonly names: readonly string[]
  readonly longest: number
  /** why the walk did not come to an end */
  readonly stuck?: string
}

/** More pages than the lists of one case can fill. */
const pagesAtMost = 200

/** Walks a list in pages of a size; without a size in whatever pages the endpoint likes. */
const walk = async <T>(
  { list, nameOf }: Pick<PagingLaw<T>, 'list' | 'nameOf'>,
  given: ScenarioContext<string>['given'],
  size?: number,
): Promise<Walked> => {
  const names: string[] = []
  let longest = 0
  let paging: Paging = size === undefined ? {} : { size }
  for (let pages = 0; pages < pagesAtMost; pages += 1) {
    const outcome = await list(paging)
    // a token that the endpoint gave itself is its to take back
    if (paging.token !== undefined && outcome.kind === 'refused') {
      return { names, longest, stuck: `its own page token is refused: ${describeOutcome(outcome)}` }
    }
    const page = given(outcome)
    names.push(...page.items.map(nameOf))
    longest = Math.max(longest, page.items.length)
    if (page.next === undefined) return { names, longest }
    paging = { ...paging, token: page.next }
  }
  return { names, longest, stuck: `the list has not ended after ${pagesAtMost} pages` }
}

/** A list that the law holds for: how it is asked, how its entries are told apart, how many there are. */
export interface PagingLaw<T> {
  readonly list: PagedList<T>
  readonly nameOf: (entry: T) => string
  readonly least: number
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
  const walks = [await walk(law, given), await walk(law, given, 1), await walk(law, given, 2)]
  const [plain, ...small] = walks
  const whole = plain?.names.toSorted() ?? []
  const stuck = walks.find((walked) => walked.stuck !== undefined)?.stuck
  if (stuck === undefined) {
    check.twin(whole.length >= law.least, `the list has at least ${law.least} entries`)
  }
  check(key, stuck ?? small.map(({ names }) => names.toSorted()), {
    holds: stuck === undefined && joinsTo(whole, small),
    says: `pages of one and two join to ${JSON.stringify(whole)}, none longer than asked`,
  })
}

/** Walks in pages of one and of two entries against the whole, sorted. */
const joinsTo = (whole: readonly string[], small: readonly Walked[]): boolean => {
  const fits = small.every(({ names }) => names.toSorted().join('\n') === whole.join('\n'))
  const short = small.every(({ longest }, index) => longest <= index + 1)
  return fits && short && new Set(whole).size === whole.length
}
