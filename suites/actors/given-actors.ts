import { says } from '../../specs/vendor/features.ts'
import {
  isManual,
  type FixedAccounts,
  type ManualAccount,
  type Principal,
} from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import { actorOf, type Actor } from './actor.ts'
import type { Actors, ActorsParts } from './cast.ts'
import type { GivenOrganization } from './given-organization.ts'
import { listAll } from './list-all.ts'
import { managing, nobody } from './managing.ts'
import { manualActor } from './manual-actor.ts'
import { invite, joinByInvitation } from './membership.ts'
import { rootOf, workspaceAt } from './workspace.ts'

/** The actors where the accounts are given. Each plays one part until the case is taken back. */
export function givenActors(
  parts: ActorsParts,
  accounts: FixedAccounts,
  organization: GivenOrganization,
): Actors {
  const since = organization.mark()
  const act = (who: Principal | ManualAccount): Actor => actAs(parts, organization, who)
  const troupe = openTroupe(accounts)
  const guests = openGuests(troupe, organization, act)
  let owner: Promise<Actor> | undefined
  const member = async (boss: Actor): Promise<Actor> => {
    const next = troupe.nextMember()
    if (next !== undefined) return act(next)
    if (parts.target.readOnly) return nobody('further member account')
    return joinByInvitation(boss, await guests.able('further member account'))
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

const actAs = (
  { client, waiting, heard }: ActorsParts,
  organization: GivenOrganization,
  who: Principal | ManualAccount,
): Actor => {
  const witness = organization.witness(who.account, heard)
  if (!isManual(who)) return actorOf(client, who, witness)
  return manualActor(who, { vendor: client.vendor, waiting, witness, eyes: organization.eyes })
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
  readonly nextGuest: (who: Wanted) => Principal | ManualAccount | undefined
  readonly spent: () => boolean
  /** all parts are over */
  readonly gather: () => void
}

/** Which of the accounts in no organization is wanted. */
interface Wanted {
  /** the account that holds an invitation already, and whether it is wanted first, or last of all */
  readonly holder: string | undefined
  readonly when: 'first' | 'last'
  /** whoever answers by hand will do, where nobody else is left */
  readonly byHand: boolean
}

const openTroupe = ({ invitee, outsider, member }: FixedAccounts): Troupe => {
  const all = {
    guests: [invitee, outsider]
      .filter((who) => who !== undefined)
      .toSorted((one, other) => Number(isManual(one)) - Number(isManual(other))),
    members: [member].filter((who) => who !== undefined),
  }
  let { guests, members } = all
  let spent = false
  return {
    nextMember: () => {
      const [next, ...others] = members
      members = others
      return next
    },
    nextGuest: ({ holder, when, byHand }) => {
      const fits = (one: Principal | ManualAccount): boolean => byHand || !isManual(one)
      const able = guests.filter(fits)
      const named = able.find(({ account }) => account === holder)
      const other = able.find(({ account }) => account !== holder)
      const next = when === 'first' ? (named ?? other) : (other ?? named)
      guests = guests.filter((one) => one !== next)
      if (next === undefined && all.guests.some(fits)) spent = true
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
  /** the same, but nobody who answers by hand */
  readonly able: (what: string) => Promise<Actor>
  readonly recipient: (owner: Actor) => Promise<Actor>
}

const openGuests = (
  troupe: Troupe,
  organization: GivenOrganization,
  act: (who: Principal | ManualAccount) => Actor,
): Guests => {
  const { invitations } = organization
  const take = async (wanted: Omit<Wanted, 'holder'>, what: string): Promise<Actor> => {
    const next = troupe.nextGuest({ ...wanted, holder: invitations.holder() })
    if (next === undefined) return nobody(what)
    if ((await organization.wasOutside(next.account)) === false) {
      throw new PrerequisiteMissing('NO_PRINCIPAL', `${next.account} is in an organization already`)
    }
    return act(next)
  }
  const uninvited = async (byHand: boolean, what: string): Promise<Actor> => {
    const guest = await take({ when: 'last', byHand }, what)
    if (invitations.holder() === guest.id) await invitations.end()
    return guest
  }
  return {
    next: (what) => uninvited(true, what),
    able: (what) => uninvited(false, what),
    recipient: async (owner) => {
      const wanted = { when: 'first', byHand: false } as const
      const guest = await take(wanted, 'account that holds an invitation')
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
