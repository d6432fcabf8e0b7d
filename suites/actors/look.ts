import type { Args, Item, ListVerb } from '../../specs/vocabulary/verbs.ts'
import { given, type Outcome } from '../verdict/outcome.ts'
import type { Hands } from './effect.ts'
import { listAll } from './list-all.ts'

/**
 * The entries of a list that the management account sees; undefined where what it is about is not there. Throws `PrerequisiteMissing`
 * where it can not be had for any other reason: that shows nothing.
 */
export async function entriesOf<V extends ListVerb>(
  hands: Hands,
  verb: V,
  args: Omit<Args<V>, 'token'>,
): Promise<readonly Item<V>[] | undefined> {
  return readOf(hands, await listAll(hands.owner, verb, args))
}

/** What was read; undefined where it is not there. Throws `PrerequisiteMissing` like `entriesOf`. */
export function readOf<T>(hands: Hands, outcome: Outcome<T>): T | undefined {
  const absent = outcome.kind === 'refused' && hands.isAbsence(outcome)
  return absent ? undefined : given(outcome)
}
