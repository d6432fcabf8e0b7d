import { offers } from '../../specs/vendor/features.ts'
import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Creation } from '../../specs/vocabulary/verbs.ts'
import type { Client } from '../client/client.ts'
import type { Target } from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import type { Fresh } from './fresh.ts'
import { settle } from './settle.ts'
import type { Actor } from './speaker.ts'
import type { Waiting } from './waiting.ts'

/** What a new member comes about with. */
export interface MembershipParts {
  readonly client: Client
  readonly target: Target
  readonly fresh: Fresh
  readonly waiting: Waiting
}

/** An account joins the owner's organization: created in it, or invited into it. */
export async function joinAsMember(
  owner: Actor,
  act: (account: string) => Actor,
  parts: MembershipParts,
): Promise<Actor> {
  const creates =
    offers(parts.client.vendor, 'account-creation') && parts.target.members !== 'invited'
  if (!creates) return joinByInvitation(owner, act(parts.fresh.account()))
  const { fresh } = parts
  const creation = given(
    await owner.createAccount({ name: fresh.name('member'), email: fresh.email() }),
  )
  const { client, waiting } = parts
  const settled = withRoom(
    await settledCreation(owner, creation, { vendor: client.vendor, waiting }),
  )
  if (settled.account === undefined) {
    throw new PrerequisiteMissing(
      'SETUP_FAILED',
      `the account was not created: ${settled.failure ?? settled.state}`,
    )
  }
  return act(settled.account)
}

/** A creation that did not fail for want of room. Throws `PrerequisiteMissing` (NO_QUOTA) for one that did. */
export function withRoom(creation: Creation): Creation {
  if (creation.state !== 'failed' || creation.failure !== 'no-room') return creation
  throw new PrerequisiteMissing('NO_QUOTA', 'a quota of the target is used up: its accounts')
}

/** Invites an account; answers the id of the invitation. */
export async function invite(owner: Actor, guest: Pick<Actor, 'id'>): Promise<string> {
  const target = { kind: 'account', id: guest.id } as const
  return given(await owner.inviteAccount({ target })).id
}

/** An invited account joins. */
export async function joinByInvitation(owner: Actor, guest: Actor): Promise<Actor> {
  given(await guest.acceptInvitation({ invitation: await invite(owner, guest) }))
  return guest
}

/** A creation after it ended, well or not. Throws `NotSettled` when it does not end. */
export async function settledCreation(
  owner: Actor,
  creation: Creation,
  { vendor, waiting }: { readonly vendor: Vendor; readonly waiting: Waiting },
): Promise<Creation> {
  if (creation.state !== 'running') return creation
  return settle(
    {
      what: 'the account creation',
      id: creation.id,
      look: () => owner.getAccountCreation({ creation: creation.id }),
      until: ({ state }) => state !== 'running',
      patience: 'creation',
      // a creation may be unknown for a moment after it was asked for
      unseen: ({ operation, reply }) =>
        (answersTo(vendor.refusals, 'creationNotFound', operation) ?? []).some(
          ({ code }) => code === reply.code,
        ),
    },
    waiting,
  )
}
