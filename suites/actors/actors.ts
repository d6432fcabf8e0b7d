import type { AnyAccount, FixedAccounts, Principal } from '../client/target.ts'
import { given } from '../verdict/outcome.ts'
import { actorOf, type Actor } from './actor.ts'
import type { Actors, ActorsParts } from './cast.ts'
import type { GivenOrganization } from './given-organization.ts'
import { manages, managing, nobody } from './managing.ts'
import { joinAsMember } from './membership.ts'
import { singleActor } from './single-actor.ts'
import { rootOf, workspaceAt } from './workspace.ts'

/** The actors for a case: fresh accounts where any account may call, the given ones elsewhere. */
export function openActors(parts: ActorsParts): Actors {
  const { accounts } = parts.target
  if (accounts.mode === 'any') return freeActors(parts, accounts)
  if (parts.organization === undefined) throw new Error('nobody guards the given organization')
  return accounts.mode === 'single'
    ? singleActor(parts, accounts, parts.organization)
    : givenActors(parts, accounts, parts.organization)
}

const freeActors = (parts: ActorsParts, accounts: AnyAccount): Actors => {
  const act = (account: string): Actor => {
    const accessKey = accounts.by === 'access-key' ? account : accounts.credentials.accessKey
    const principal = { account, credentials: { ...accounts.credentials, accessKey } }
    return actorOf(parts.client, principal, {
      around: (_, perform) => perform(),
      heard: parts.heard,
    })
  }
  const found = async (features: 'all' | 'billing'): Promise<Actor> => {
    const owner = act(parts.fresh.account())
    const outcome = await owner.createOrganization({ features })
    // some endpoints give every account an organization before it asks for one
    const manager = outcome.kind !== 'done' && features === 'all' && (await manages(owner))
    if (!manager) given(outcome)
    return owner
  }
  const standing = async (): Promise<Actor> =>
    managing(parts.client, act(accounts.management ?? nobody('management account')))
  let owner: Promise<Actor> | undefined
  return {
    owner: () => (owner ??= parts.target.readOnly ? standing() : found('all')),
    otherOwner: () => found('all'),
    billingOwner: () => found('billing'),
    standalone: async () => act(parts.fresh.account()),
    member: (boss) => joinAsMember(boss, act, parts),
    root: rootOf,
    workspace: async (boss) => ({ id: await rootOf(boss), depth: 0 }),
    restore: () => Promise.resolve(true),
  }
}

const givenActors = (
  parts: ActorsParts,
  accounts: FixedAccounts,
  organization: GivenOrganization,
): Actors => {
  const since = organization.mark()
  const act = (principal: Principal): Actor =>
    actorOf(parts.client, principal, organization.witness(principal.account, parts.heard))
  const all = {
    spare: [accounts.invitee, accounts.outsider].filter((who) => who !== undefined),
    members: [accounts.member].filter((who) => who !== undefined),
  }
  let [spare, members] = [all.spare.values(), all.members.values()]
  let owner: Promise<Actor> | undefined
  return {
    owner: () => (owner ??= managing(parts.client, act(accounts.management))),
    otherOwner: async () => nobody('second management account'),
    billingOwner: async () =>
      nobody('management account of an organization that shares only the bill'),
    standalone: async () => act(spare.next().value ?? nobody('account that is in no organization')),
    member: async () => act(members.next().value ?? nobody('further member account')),
    root: rootOf,
    workspace: async (boss) => workspaceAt(boss, accounts.ground ?? (await rootOf(boss))),
    restore: async () => {
      await organization.takeBack(since)
      spare = all.spare.values()
      members = all.members.values()
      return organization.isClean(since)
    },
  }
}
