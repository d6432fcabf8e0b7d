import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { ScenarioContext } from './scenario.ts'

/** A list that is asked for with the page token of another one. */
export interface LentToken<T> {
  /** the list that gives the token */
  readonly lender: (paging: Paging) => Promise<Outcome<Page<unknown>>>
  readonly borrower: (paging: Paging) => Promise<Outcome<Page<T>>>
  readonly nameOf: (entry: T) => string
  /** what the borrower lists without it */
  readonly own: readonly string[]
}

/**
 * Judges whether the token of another list leads out of the one that is asked for: it may be refused, and where it is not,
 * nothing else is shown than what is in that list.
 */
export async function checkLentToken<K extends string, T>(
  { given, check }: Pick<ScenarioContext<K>, 'given' | 'check'>,
  key: K,
  { lender, borrower, nameOf, own }: LentToken<T>,
): Promise<void> {
  const { next } = given(await lender({ size: 1 }))
  check.twin(next !== undefined && next !== '', 'the first page carries a token')
  const outcome = await borrower({ size: 1, token: next ?? '' })
  // whether it ought to be refused others ask
  const shown = outcome.kind === 'refused' ? [] : given(outcome).items.map(nameOf)
  check(
    key,
    shown.filter((name) => !own.includes(name)),
    { equals: [] },
  )
}
