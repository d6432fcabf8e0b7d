import { actorOf, type Hand, type Witness } from '../actor.ts'
import type { Client } from '../client.ts'
import type { Fresh } from '../fresh.ts'
import type { Talk } from '../talk.ts'
import { namesIn, principalsOf, type FixedAccounts, type Principal } from '../target.ts'
import { Unmet } from '../unmet.ts'
import type { Hands } from './effect.ts'
import { rootOf } from './workspace.ts'
import { openKeeper } from './keeper.ts'
import { leftovers, type Ledger } from './ledger.ts'
import { openRecorder, type Keep } from './recorder.ts'
import { rehearse } from './rehearse.ts'
import { openProofs, takeBack } from './take-back.ts'

/** An organization that is not the suite's own, for the time of a session: what is done in it is taken back. */
export interface GivenOrganization {
  readonly accounts: FixedAccounts
  /** guards what an account says */
  readonly witness: (account: string, heard: (talk: Talk) => void) => Witness
  /** how many writes there are so far: where a case begins */
  readonly mark: () => number
  /** takes back what was written since a mark; never throws */
  readonly takeBack: (since: number) => Promise<void>
  /** what could not be taken back, one line for each kind */
  readonly left: () => readonly string[]
}

/** What guards a given organization is made of. */
export interface GivenParts {
  readonly accounts: FixedAccounts
  /** a client that a stop of the run does not interrupt */
  readonly client: Client
  readonly fresh: Fresh
  readonly ledger: Ledger
  /** a pause that a stop of the run does not end */
  readonly pause: (milliseconds: number) => Promise<void>
  /** whether the endpoint showed a value in an answer */
  readonly isShown: (value: string) => boolean
}

/** Guards an organization for the time of a session. */
export function openGivenOrganization(parts: GivenParts): GivenOrganization {
  const { accounts, client, fresh, ledger, pause } = parts
  const { vendor } = client
  const handsOf = handsFor(accounts, client)
  const taking = { ledger, handsOf, pause, proofs: openProofs() }
  const owner = handsOf(accounts.management.account).owner
  const record = openRecorder({ vendor, ledger, handsOf, mark: fresh.mark, rehearsing: true })
  const keep: Keep = openKeeper({
    ...taking,
    vendor,
    mark: fresh.mark,
    isKnown: (id) => namesIn({ accounts }).includes(id) || parts.isShown(id),
    rehearse: async (verb, effect) =>
      rehearse(
        {
          ...taking,
          owner,
          record,
          fresh,
          profile: vendor.profile,
          ground: accounts.ground ?? (await rootOf(owner)),
          guest: () => named(accounts.invitee ?? accounts.outsider, 'account in no organization'),
          member: () => named(accounts.member, 'member account'),
        },
        verb,
        effect,
      ),
  })
  return {
    accounts,
    witness: (account, heard) => ({
      heard,
      around: (said, perform) => keep(said, account, perform),
    }),
    mark: () => ledger.writes.size,
    takeBack: (since) => takeBack(taking, since),
    left: () => leftovers(ledger.writes),
  }
}

/** The accounts as those who look and take back; nobody watches them, and what they say may break the contract. */
const handsFor = (accounts: FixedAccounts, client: Client): ((account: string) => Hands) => {
  const unwatched: Witness = { heard: () => {}, around: (_, perform) => perform() }
  const hands = new Map<string, Hand>(
    principalsOf(accounts).map((principal) => [
      principal.account,
      actorOf(client, principal, unwatched).boldly,
    ]),
  )
  return (account) => {
    const [actor, owner] = [hands.get(account), hands.get(accounts.management.account)]
    if (actor === undefined || owner === undefined) throw new Error(`nobody acts as ${account}`)
    return { actor, owner }
  }
}

const named = (principal: Principal | undefined, what: string): string => {
  if (principal === undefined) throw new Unmet('NO_PRINCIPAL', `the target names no ${what}`)
  return principal.account
}
