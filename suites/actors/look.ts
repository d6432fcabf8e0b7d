import type { Args, Item, ListVerb } from '../../specs/vocabulary.ts'
import { whole, type Verbal } from '../actor.ts'
import { given, type Outcome } from '../outcome.ts'

/** The entries of a list; undefined where the list itself is refused, say because what it is about is gone. */
export async function entriesOf<V extends ListVerb>(
  actor: Verbal,
  verb: V,
  args: Omit<Args<V>, 'token'>,
): Promise<readonly Item<V>[] | undefined> {
  const outcome = await whole(actor, verb, args)
  return outcome.kind === 'refused' ? undefined : given(outcome)
}

/** What is read; undefined where it is refused: there is nothing to read. */
export function readOf<T>(outcome: Outcome<T>): T | undefined {
  return outcome.kind === 'refused' ? undefined : given(outcome)
}
