import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import { principalsOf, type FixedAccounts } from '../client/target.ts'
import { isAbsence } from './absence.ts'
import { actorOf, type Hand, type Witness } from './actor.ts'
import type { Hands } from './effect.ts'

/** Whose hands look and take back, and who hears of it. */
export interface HandsParts {
  readonly accounts: FixedAccounts
  readonly vendor: Vendor
  /** hears of every exchange that only looked or took back */
  readonly heard: (interaction: Interaction) => void
}

/**
 * The accounts of a target as those who look and take back, by account; what they say may break the contract. Throws
 * for an account that the target does not name.
 */
export function handsFor(
  { accounts, vendor, heard }: HandsParts,
  client: Client,
): (account: string) => Hands {
  const unguarded: Witness = { heard, around: (_, perform) => perform() }
  const hands = new Map<string, Hand>(
    principalsOf(accounts).map((principal) => [
      principal.account,
      actorOf(client, principal, unguarded).unchecked,
    ]),
  )
  return (account) => {
    const [actor, owner] = [hands.get(account), hands.get(accounts.management.account)]
    if (actor === undefined || owner === undefined) throw new Error(`nobody acts as ${account}`)
    return { actor, owner, isAbsence: (refused) => isAbsence(vendor, refused) }
  }
}
