import type { AnyAccount } from '../client/target.ts'
import { given } from '../verdict/outcome.ts'
import type { Actor } from './actor.ts'
import { anyActor } from './any-actor.ts'
import type { Actors, ActorsParts } from './cast.ts'
import { givenActors } from './given-actors.ts'
import { manages, managing, nobody } from './managing.ts'
import { invite, joinAsMember } from './membership.ts'
import { singleActor } from './single-actor.ts'
import { rootOf } from './workspace.ts'

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
  const act = anyActor(accounts, parts)
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
    delegate: (boss) => joinAsMember(boss, act, parts),
    standingDelegate: async () => undefined,
    recipient: async (boss) => {
      const guest = act(parts.fresh.account())
      await invite(boss, guest)
      return guest
    },
    spent: () => false,
    root: rootOf,
    workspace: async (boss) => ({ id: await rootOf(boss), depth: 0 }),
    restore: () => Promise.resolve(true),
  }
}
