import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { describeOutcome, doneIn, given, type Outcome } from '../verdict/outcome.ts'
import type { Question } from './question.ts'
import type { Quota } from './quota.ts'
import type { ScenarioContext } from './scenario.ts'

type Key = 'as-many-as-allowed' | 'one-more-is-refused' | 'removed-makes-room'

/** What is made until there is no more room for it. */
export interface QuotaLaw<T> {
  readonly quota: Quota
  /**
   * how many may count beside what is made, although nobody says so: the account that founds, a policy that stands by
   * itself. A refusal that comes so much earlier is no finding.
   */
  readonly uncertain: number
  readonly make: () => Promise<Outcome<T>>
  readonly remove: (made: T) => Promise<Outcome<unknown>>
  /** how many count now, as far as they can be listed; the vendor's own and the founder are left out */
  readonly counted: () => Promise<number>
}

/** The questions that every quota is asked; `noun` is in the plural. */
export function quotaQuestions(
  noun: string,
  refusal: RefusalName,
): Readonly<Record<Key, Question>> {
  return {
    'as-many-as-allowed': { title: `As many ${noun} as allowed come about` },
    'one-more-is-refused': { title: `More ${noun} than allowed are refused`, refusal },
    'removed-makes-room': { title: `A removal from all ${noun} allowed makes room` },
  }
}

type Checks = Pick<ScenarioContext<Key>, 'check'>

/** Fills an organization, and judges where that ends. Answers one of those that were made. */
export async function checkFull<T>({ check }: Checks, law: QuotaLaw<T>): Promise<T> {
  const { quota, uncertain } = law
  const { limit, most, stated } = quota
  const { made, last } = await fill(law)
  const isShort = made.length < most - uncertain
  // an organization may be founded with things in it
  const standing = isShort ? Math.max(0, (await law.counted()) - made.length) : 0
  const least = most - uncertain - standing
  // that it is full too soon is a finding where the target says when it is
  const isFinding = stated && quota.tells(last)
  if (made.length < least && !isFinding) check.done('as-many-as-allowed', last)
  check('as-many-as-allowed', made.length, {
    holds: made.length >= least,
    says: `${limit} is ${most}, and at least ${least} have room`,
  })
  check.refused('one-more-is-refused', last, { beyond: limit })
  const [first = given(last)] = made
  return first
}

/** Judges whether there is room again after a removal. */
export async function checkRoom<T>(
  { check }: Checks,
  { quota, make, remove }: QuotaLaw<T>,
  made: T,
): Promise<void> {
  given(await remove(made))
  const again = await make()
  judgeRoom({ check }, 'removed-makes-room', { again, isFull: quota.tells(again) })
}

/** What came of a command that needs room, and whether it says that there is none. */
interface RoomAgain {
  readonly again: Outcome<unknown>
  readonly isFull: boolean
}

/** Judges whether there is room: that there is none is what is asked here, and tells nothing of the target. */
export function judgeRoom<K extends string>(
  { check }: Pick<ScenarioContext<K>, 'check'>,
  key: K,
  { again, isFull }: RoomAgain,
): void {
  if (!isFull) return void check.done(key, again)
  check(key, describeOutcome(again), { holds: false, says: 'there is room for another' })
}

/** Whether two commands are refused alike. */
export function areRefusedAlike(one: Outcome<unknown>, other: Outcome<unknown>): boolean {
  if (one.kind !== 'refused' || other.kind !== 'refused') return false
  return one.reply.code === other.reply.code && one.reply.reason === other.reply.reason
}

interface Filled<T> {
  readonly made: readonly T[]
  /** what did not come about, or the one that is one too many */
  readonly last: Outcome<T>
}

/** One after the other: no document has one organization changed by two requests at a time. */
const fill = async <T>({ quota, make }: QuotaLaw<T>): Promise<Filled<T>> => {
  const made: T[] = []
  for (;;) {
    const last = await make()
    const done = doneIn(last)
    if (done === undefined || made.length === quota.most) return { made, last }
    made.push(done.value)
  }
}
