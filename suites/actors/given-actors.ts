import { says } from '../../specs/vendor/features.ts'
import type { FixedAccounts, Principal } from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import { actorOf, type Actor } from './actor.ts'
import type { Actors, ActorsParts } from './cast.ts'
import type { GivenOrganization } from './given-organization.ts'
import { listAll } from './list-all.ts'
import { managing, nobody } from './managing.ts'
import { invite, joinByInvitation } from './membership.ts'
import { rootOf, workspaceAt } from './workspace.ts'

/** The actors where the accounts are given. Each plays one part until the case is taken back. */
export function givenActors(
  parts: ActorsParts,
  accounts: FixedAccounts,
  organization: GivenOrganization,
): Actors {
  const since = organization.mark()
  const act = (principal: Principal): Actor =>
    actorOf(parts.client, principal, organization.witness(principal.account, parts.heard))
  const troupe = openTroupe(accounts)
  const guests = openGuests(troupe, organization, act)
  let owner: Promise<Actor> | undefined
  const member = async (boss: Actor): Promise<Actor> => {
    const next = troupe.nextMember()
    if (next !== undefined) return act(next)
    if (parts.target.readOnly) return nobody('further member account')
    return joinByInvitation(boss, await guests.next('further member account'))
  }
  const standingDelegate = async (boss: Actor): Promise<Actor | undefined> => {
    const named = await delegateNamed(parts, boss, accounts)
    return named && act(named)
  }
  return {
    owner: () => (owner ??= managing(parts.client, act(accounts.management))),
    ...nobodyElse,
    standalone: () => guests.next('account that is in no organization'),
    member,
    delegate: async (boss) => (await standingDelegate(boss)) ?? member(boss),
    standingDelegate,
    recipient: guests.recipient,
    spent: troupe.spent,
    root: rootOf,
    workspace: async (boss) => workspaceAt(boss, accounts.ground ?? (await rootOf(boss))),
    restore: async () => {
      await organization.takeBack(since)
      troupe.gather()
      return organization.isClean(since)
    },
  }
}

/** What no given account is. */
const nobodyElse: Pick<Actors, 'otherOwner' | 'billingOwner'> = {
  otherOwner: async () => nobody('second management account'),
  billingOwner: async () =>
    nobody('management account of an organization that shares only the bill'),
}

/** Who is given, and has no part yet. */
interface Troupe {
  readonly nextMember: () => Principal | undefined
  /** an account in no organization: the one with this id last of all, or first */
  readonly nextGuest: (id: string | undefined, when: 'last' | 'first') => Principal | undefined
  readonly spent: () => boolean
  /** all parts are over */
  readonly gather: () => void
}

const openTroupe = ({ invitee, outsider, member }: FixedAccounts): Troupe => {
  const all = {
    guests: [invitee, outsider].filter((who) => who !== undefined),
    members: [member].filter((who) => who !== undefined),
  }
  let { guests, members } = all
  let spent = false
  const note = (found: Principal | undefined, known: readonly Principal[]): void => {
    if (found === undefined && known.length > 0) spent = true
  }
  return {
    nextMember: () => {
      const [next, ...others] = members
      members = others
      return next
    },
    nextGuest: (id, when) => {
      const named = guests.find(({ account }) => account === id)
      const other = guests.find(({ account }) => account !== id)
      const next = when === 'first' ? (named ?? other) : (other ?? named)
      guests = guests.filter((one) => one !== next)
      note(next, all.guests)
      return next
    },
    spent: () => spent,
    gather: () => {
      ;({ guests, members } = all)
      spent = false
    },
  }
}

/** Accounts in no organization, one of which may hold an invitation that outlives the case that sent it. */
interface Guests {
  readonly next: (what: string) => Promise<Actor>
  readonly recipient: (owner: Actor) => Promise<Actor>
}

const openGuests = (
  troupe: Troupe,
  organization: GivenOrganization,
  act: (principal: Principal) => Actor,
): Guests => {
  const { invitations } = organization
  const take = async (when: 'last' | 'first', what: string): Promise<Actor> => {
    const next = troupe.nextGuest(invitations.holder(), when)
    if (next === undefined) return nobody(what)
    if ((await organization.wasOutside(next.account)) === false) {
      throw new PrerequisiteMissing('NO_PRINCIPAL', `${next.account} is in an organization already`)
    }
    return act(next)
  }
  return {
    next: async (what) => {
      const guest = await take('last', what)
      if (invitations.holder() === guest.id) await invitations.end()
      return guest
    },
    recipient: async (owner) => {
      const guest = await take('first', 'account that holds an invitation')
      await invitations.hold(guest.id, () => invite(owner, guest))
      return guest
    },
  }
}

/** The delegated administrator that a target names. Throws `PrerequisiteMissing` where that account is none. */
const delegateNamed = async (
  { client }: ActorsParts,
  owner: Actor,
  { delegatedAdministrator: named }: FixedAccounts,
): Promise<Principal | undefined> => {
  if (named === undefined || !says(client.vendor, 'listDelegates')) return named
  const { account } = named
  const delegates = given(await listAll(owner, 'listDelegates', {}))
  if (delegates.some(({ id }) => id === account)) return named
  throw new PrerequisiteMissing('NO_PRINCIPAL', `${account} is no delegated administrator there`)
}
