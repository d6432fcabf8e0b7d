import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Invitation, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import type { ManualAccount } from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Done, Outcome } from '../verdict/outcome.ts'
import { listAll } from './list-all.ts'
import { settle } from './settle.ts'
import type { Actor, Hand, Witness } from './speaker.ts'
import type { Waiting } from './waiting.ts'

/** What an account that answers by hand is watched with. */
export interface ManualParts {
  readonly vendor: Vendor
  readonly waiting: Waiting
  readonly witness: Witness
  /** the management account, which sees what became of an invitation */
  readonly eyes: () => Hand
}

/** An account as which nobody can say anything. */
export function muteHand(id: string): Hand {
  const refuse = async (): Promise<never> => {
    throw new PrerequisiteMissing('NO_PRINCIPAL', `${id} answers invitations by hand only`)
  }
  return new Proxy({ id } as Hand, {
    get: (target, property) =>
      typeof property === 'string' && !Object.hasOwn(target, property) && property !== 'then'
        ? refuse
        : Reflect.get(target, property),
  })
}

/**
 * An account whose holder accepts, declines and leaves by hand: it is told what to do, and waited for until the
 * management account sees it done, for as long as an account may take to come about. Whatever else it is asked to say
 * throws `PrerequisiteMissing` (NO_PRINCIPAL).
 */
export function manualActor({ account: id, email }: ManualAccount, parts: ManualParts): Actor {
  const mute = muteHand(id)
  const byHand = <V extends Verb>(verb: V, args: unknown, wait: () => Promise<Done<Result<V>>>) => {
    const operation = parts.vendor.dialect[verb]?.operation ?? verb
    parts.waiting.asks(
      `do by hand as the account ${id}: ${operation} ${JSON.stringify(args)}, or the same in the console`,
    )
    return wait()
  }
  const own: Partial<Actor> = {
    acceptInvitation: (args) =>
      parts.witness.around({ verb: 'acceptInvitation', all: [args] }, () =>
        byHand('acceptInvitation', args, () => answered(parts, args.invitation, 'accepted')),
      ),
    declineInvitation: (args) =>
      parts.witness.around({ verb: 'declineInvitation', all: [args] }, () =>
        byHand('declineInvitation', args, () => answered(parts, args.invitation, 'declined')),
      ),
    leaveOrganization: () =>
      parts.witness.around({ verb: 'leaveOrganization', all: [{}] }, () =>
        byHand('leaveOrganization', {}, () => gone(parts, id)),
      ),
  }
  const principal = { account: id, credentials: { accessKey: '', secret: '' } }
  const shown = { principal: { ...principal, ...(email !== undefined && { email }) } }
  const raw: Actor['raw'] = async () => {
    throw new PrerequisiteMissing('NO_PRINCIPAL', `${id} answers invitations by hand only`)
  }
  return new Proxy({ id, ...shown, ...own, unchecked: mute, raw } as Actor, {
    get: (target, property) =>
      Object.hasOwn(target, property) ? Reflect.get(target, property) : Reflect.get(mute, property),
  })
}

/** The invitation once it was answered so. Throws `PrerequisiteMissing` where it was answered otherwise, or has ended. */
const answered = async (
  { eyes, waiting }: ManualParts,
  invitation: string,
  wanted: 'accepted' | 'declined',
): Promise<Done<Invitation>> => {
  const last = await settledOutcome(waiting, {
    what: 'somebody who answers an invitation by hand',
    look: () => eyes().getInvitation({ invitation }),
    until: ({ state }) => state !== 'open' && state !== 'requested',
  })
  if (last.value.state === wanted) return last
  const reason = `the invitation ${invitation} was to be ${wanted}, and is ${last.value.state}`
  throw new PrerequisiteMissing('NO_PRINCIPAL', reason, [last.exchange])
}

const gone = async ({ eyes, waiting }: ManualParts, id: string): Promise<Done<never>> => {
  const last = await settledOutcome(waiting, {
    what: 'somebody who leaves by hand',
    look: () => listAll(eyes(), 'listAccounts', {}),
    until: (accounts) => accounts.every((one) => one.id !== id),
  })
  return { ...last, value: {} as never }
}

interface ByHand<T> {
  readonly what: string
  readonly look: () => Promise<Outcome<T>>
  readonly until: (value: T) => boolean
}

const settledOutcome = async <T>(
  waiting: Waiting,
  { look, ...rest }: ByHand<T>,
): Promise<Done<T>> => {
  let last: Done<T> | undefined
  const watching = async (): Promise<Outcome<T>> => {
    const outcome = await look()
    if (outcome.kind === 'done') last = outcome
    return outcome
  }
  await settle({ ...rest, look: watching, patience: 'creation' }, waiting)
  if (last === undefined) throw new Error('nothing was seen')
  return last
}
