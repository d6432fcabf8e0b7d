import { says } from '../../specs/vendor/features.ts'
import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Organization } from '../../specs/vocabulary/verbs.ts'
import type { Client } from '../client/client.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Actor } from './speaker.ts'

/** Whether an account manages an organization, as the endpoint says. */
export async function manages(account: Actor): Promise<boolean> {
  const outcome = await account.getOrganization()
  return outcome.kind === 'done' && outcome.value.management === account.id
}

/**
 * An account that was named as the management account of an organization. Throws `PrerequisiteMissing` where the endpoint says that
 * it manages none: whatever it is then refused, it is refused rightly.
 */
export async function managing({ vendor }: Client, account: Actor): Promise<Actor> {
  if (!says(vendor, 'getOrganization')) return account
  const outcome = await account.getOrganization()
  if (!managesNothing(vendor, outcome, account)) return account
  throw new PrerequisiteMissing('NO_PRINCIPAL', `${account.id} manages no organization there`, [
    outcome.exchange,
  ])
}

/** What is no clear answer shows neither way: its finding is made elsewhere. */
const managesNothing = (
  { refusals }: Vendor,
  outcome: Outcome<Organization>,
  { id }: Actor,
): boolean => {
  if (outcome.kind === 'done') return outcome.value.management !== id
  if (outcome.kind !== 'refused') return false
  const fitting = answersTo(refusals, 'notInOrganization', outcome.operation) ?? []
  return fitting.some(({ code }) => code === outcome.reply.code)
}

/** Throws `PrerequisiteMissing` (NO_PRINCIPAL) for an account that nobody has named. */
export function nobody(who: string): never {
  throw new PrerequisiteMissing('NO_PRINCIPAL', `the target names no ${who}`)
}
