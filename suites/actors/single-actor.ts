import { says } from '../../specs/vendor/features.ts'
import type { SingleAccount } from '../client/target.ts'
import { given } from '../verdict/outcome.ts'
import { actorOf, type Actor } from './actor.ts'
import type { Actors, ActorsParts } from './cast.ts'
import type { GivenOrganization } from './given-organization.ts'
import { manages, managing, nobody } from './managing.ts'
import { rootOf, workspaceAt } from './workspace.ts'

/**
 * The actors where one account is all there is. It plays one part until the case is taken back: the management account,
 * of the organization that it manages already or of one that it founds, or an account that is in none.
 */
export function singleActor(
  parts: ActorsParts,
  { management, ground }: SingleAccount,
  organization: GivenOrganization,
): Actors {
  const since = organization.mark()
  const witness = organization.witness(management.account, parts.heard)
  const account = actorOf(parts.client, management, witness)
  let [taken, owner]: [boolean, Promise<Actor> | undefined] = [false, undefined]
  const play = async (part: () => Promise<Actor>): Promise<Actor> => {
    if (taken) return nobody('second account')
    taken = true
    return part()
  }
  const isFree = async (): Promise<boolean> =>
    (await organization.isAlone()) && !(await manages(account))
  // where there are no organizations nobody is in one
  const isOutside = async (): Promise<boolean> =>
    !says(parts.client.vendor, 'getOrganization') || isFree()
  const found = async (features: 'all' | 'billing'): Promise<Actor> => {
    given(await account.createOrganization({ features }))
    return account
  }
  return {
    owner: () =>
      (owner ??= play(async () =>
        !parts.target.readOnly && (await isFree()) ? found('all') : managing(parts.client, account),
      )),
    ...nobodyElse,
    billingOwner: () => play(async () => ((await isFree()) ? found('billing') : nobody(outsider))),
    standalone: () => play(async () => ((await isOutside()) ? account : nobody(outsider))),
    root: rootOf,
    workspace: async (boss) => workspaceAt(boss, ground ?? (await rootOf(boss))),
    restore: async () => {
      await organization.takeBack(since)
      ;[taken, owner] = [false, undefined]
      return organization.isClean(since)
    },
  }
}

/** Whoever takes a second account. */
const nobodyElse: Pick<
  Actors,
  'otherOwner' | 'member' | 'delegate' | 'standingDelegate' | 'recipient' | 'spent'
> = {
  otherOwner: async () => nobody('second management account'),
  member: async () => nobody('further member account'),
  delegate: async () => nobody('further member account'),
  standingDelegate: async () => undefined,
  recipient: async () => nobody('second account'),
  spent: () => false,
}

const outsider = 'account that is in no organization'
