import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import { walkPages } from '../actors/walk-pages.ts'
import { describeOutcome, type Outcome } from '../verdict/outcome.ts'
import type { ScenarioContext } from './scenario.ts'

/** A list that changes while its pages are read. */
export interface ChangingList<T> {
  readonly list: (paging: Paging) => Promise<Outcome<Page<T>>>
  readonly nameOf: (entry: T) => string
  /** what stands before the first page is read */
  readonly standing: readonly string[]
  /** takes an entry away */
  readonly remove: (name: string) => Promise<void>
  /** adds another entry */
  readonly add: () => Promise<unknown>
}

const size = 2

/**
 * Judges pages between which an entry that was shown goes, one that was not shown yet goes, and another one comes: what
 * stood throughout is shown exactly once, and nothing twice.
 */
export async function checkChangingList<K extends string, T>(
  { given, check }: Pick<ScenarioContext<K>, 'given' | 'check'>,
  key: K,
  { list, nameOf, standing, remove, add }: ChangingList<T>,
): Promise<void> {
  const first = given(await list({ size }))
  check.twin(first.next !== undefined && first.next !== '', 'the first page is not the last')
  const shown = first.items.map(nameOf)
  const gone = [
    standing.find((name) => shown.includes(name)),
    standing.findLast((name) => !shown.includes(name)),
  ].filter((name) => name !== undefined)
  for (const name of gone) await remove(name)
  await add()
  const { pages, end } = await walkPages((token: string | undefined) =>
    list({ size, token: token ?? first.next ?? '' }),
  )
  if (end.kind === 'broken') {
    const { outcome } = end
    if (outcome.kind !== 'refused' || outcome.hindrance !== undefined) given(outcome)
    // the token was good before the list changed
    check(key, describeOutcome(outcome), { holds: false, says: 'the list goes on where it was' })
    return
  }
  const names = [...shown, ...pages.flatMap(({ items }) => items.map(nameOf))]
  const stood = standing.filter((name) => !gone.includes(name))
  const missing = stood.filter((name) => !names.includes(name))
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  check(key, { missing, twice }, { equals: { missing: [], twice: [] } })
}
