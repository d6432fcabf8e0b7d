import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import { manualIn, principalsOf, type GivenAccounts } from '../client/target.ts'
import { readingOf } from './absence.ts'
import { actorOf, type Hand, type Witness } from './actor.ts'
import type { Alone } from './alone.ts'
import type { Hands } from './effect.ts'
import { muteHand } from './manual-actor.ts'

/** Whose hands look and take back, and who hears of it. */
export interface HandsParts {
  readonly accounts: GivenAccounts
  readonly vendor: Vendor
  /** whether any organization that stands is ours; that of others unless said */
  readonly alone?: Pick<Alone, 'isKnown'>
  /** hears of every exchange that only looked or took back */
  readonly heard: (interaction: Interaction) => void
}

/**
 * The accounts of a target as those who look and take back, by account; what they say may break the contract. Throws
 * for an account that the target does not name.
 */
export function handsFor(
  { accounts, vendor, alone, heard }: HandsParts,
  client: Client,
): (account: string) => Hands {
  const unguarded: Witness = { heard, around: (_, perform) => perform() }
  const hands = new Map<string, Hand>([
    ...manualIn(accounts).map(({ account }) => [account, muteHand(account)] as const),
    ...principalsOf(accounts).map(
      (principal) => [principal.account, actorOf(client, principal, unguarded).unchecked] as const,
    ),
  ])
  return (account) => {
    const [actor, owner] = [hands.get(account), hands.get(accounts.management.account)]
    if (actor === undefined || owner === undefined) throw new Error(`nobody acts as ${account}`)
    const { isCalled, isAbsence } = readingOf(vendor)
    return {
      actor,
      owner,
      isCalled,
      // with an organization of our own everything in it is gone
      isAbsence: (refused) =>
        isAbsence(refused) || (alone?.isKnown() === true && isCalled('notInOrganization', refused)),
    }
  }
}
