import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Lasting } from './effect.ts'
import { recordLasting } from './lasting.ts'
import { isLasting, type Ledger } from './ledger.ts'
import { dangerDenied, type RecorderParts, type WatchedVerb } from './recorder.ts'
import type { SpokenVerb } from './speaker.ts'

/** What guards against what nothing takes back. */
export interface LastingParts extends Pick<RecorderParts, 'handsOf' | 'shownBefore'> {
  readonly vendor: Vendor
  readonly ledger: Ledger
  /** operations that are sent although nothing takes back what they do */
  readonly allow: readonly string[]
  /** milliseconds since 1970 */
  readonly now: () => number
}

/** A verb that nothing takes back. */
export interface WatchedLasting extends WatchedVerb {
  readonly effect: Lasting<Verb>
}

/**
 * Lets an account say a verb that nothing takes back, where it is about ids that nothing has, or where the target allows
 * its operation; then it is recorded. Throws `PrerequisiteMissing` elsewhere.
 */
export async function keepLasting<T>(
  parts: LastingParts,
  watched: WatchedLasting,
  perform: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (isAboutNothing(parts, watched)) return perform()
  const { verb } = watched.said
  const operation = parts.vendor.dialect[verb]?.operation ?? verb
  if (watched.effect.never === true || !parts.allow.includes(operation)) {
    throw dangerDenied(`${verb} can not be taken back`)
  }
  await ensureOwn(parts, watched)
  return recordLasting({ ...parts, ...watched, operation }, perform)
}

/** Whether a command is about ids that nothing has, and says so in words that can be read. */
const isAboutNothing = (
  { vendor: { profile }, shownBefore }: LastingParts,
  { said: { all }, effect: { subject } }: WatchedLasting,
): boolean =>
  subject !== undefined &&
  all.length > 0 &&
  all.every((args) => {
    const id = subject(args)
    return Object.values(profile.unknown).includes(id) && !shownBefore(id, Number.MAX_SAFE_INTEGER)
  })

/** Nothing is done away with but what this run has made. */
const ensureOwn = async (parts: LastingParts, { said, effect }: WatchedLasting): Promise<void> => {
  if (effect.subject === undefined) return
  for (const id of namedIn(parts, said, effect.subject)) {
    if (await isBorn(parts, id)) continue
    throw dangerDenied(`${said.verb} would touch what this run did not make`)
  }
}

/** What a command is about; of a request that nobody can read, whatever stood before that it names. */
const namedIn = (
  { shownBefore }: LastingParts,
  { all, named = [] }: SpokenVerb,
  subject: (args: SpokenVerb['all'][number]) => string,
): readonly string[] =>
  all.length > 0
    ? all.map((args) => subject(args))
    : named.filter((id) => shownBefore(id, Number.MAX_SAFE_INTEGER))

/** Whether an account came about by a creation that this run has asked for. */
const isBorn = async ({ ledger, handsOf }: LastingParts, account: string): Promise<boolean> => {
  const creations = [...ledger.writes.values()].filter(
    (write) => isLasting(write) && write.verb === 'createAccount' && write.id !== undefined,
  )
  for (const { id: creation = '', account: asker } of creations) {
    const outcome = await handsOf(asker).owner.getAccountCreation({ creation })
    if (outcome.kind === 'done' && outcome.value.account === account) return true
  }
  return false
}
