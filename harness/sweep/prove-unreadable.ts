import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { effectOf } from '../../suites/actors/effect-of.ts'
import { isOpen, isUnreadable, type Ledger } from '../../suites/actors/ledger.ts'
import type { GivenAccounts, Target } from '../../suites/client/target.ts'
import { asOwner } from '../ledger/as-owner.ts'
import type { ParsedLedger } from '../ledger/parse-ledger.ts'
import { isSame, isShown, surveyOrganization, type Survey } from '../ledger/survey.ts'
import type { Interruption } from '../run/interruption.ts'

/** Where the organization is seen, and what it showed before. */
export interface ProofParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly accounts: GivenAccounts
  readonly ledger: ParsedLedger
  readonly interruption: Interruption
}

/**
 * Of a request that nobody can read, nothing is left where the organization shows itself as it did before the run. It is
 * looked at when all that could be read is taken back.
 */
export async function proveUnreadable(ledger: Ledger, parts: ProofParts): Promise<void> {
  const open = [...ledger.writes.values()].filter(isOpen)
  const { before } = parts.ledger.header
  if (before === undefined || open.length === 0 || !open.every(isUnreadable)) return
  if (!(await isAsBefore(before, parts))) return
  for (const { number, verb } of open) {
    if (wouldShow(before, parts.vendor, verb)) ledger.note({ step: 'proven', number })
  }
}

const isAsBefore = async (
  before: Survey,
  { interruption: { signal: stopped }, ...parts }: ProofParts,
): Promise<boolean> => {
  const { vendor, accounts } = parts
  const look = { ...parts, stopped }
  const after = await asOwner(look, (owner) => surveyOrganization(vendor, owner, accounts))
  return after !== undefined && isSame(before, after)
}

const wouldShow = (before: Survey, vendor: Vendor, verb: Verb): boolean => {
  const effect = effectOf(vendor, verb)
  return effect.kind === 'reversible' && isShown(before, effect.shownBy)
}
