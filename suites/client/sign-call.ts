import type { Operation } from '../../specs/contract/contract.ts'
import type { Message, SigningScope } from '../../specs/wire/wire.ts'
import type { Call } from './call.ts'
import type { ClientParts } from './client-parts.ts'
import type { Principal, Target } from './target.ts'

/** A call whose operation was found. */
export interface FoundCall extends Omit<Call, 'operation'> {
  readonly operation: Operation
}

/** The signed message of a call, with everything in which it differs from an ordinary one. */
export async function signedCall(
  parts: Pick<ClientParts, 'vendor' | 'target' | 'now'>,
  who: Principal,
  call: FoundCall,
): Promise<Message> {
  const { vendor, target } = parts
  const plain = vendor.wire.encode(call.operation, call.input)
  const named = nameCaller(plain, target, who)
  const message = await vendor.wire.sign(
    call.before?.(named) ?? named,
    new URL(target.endpoint),
    scopeOf(parts, who, call),
  )
  return call.after?.(message) ?? message
}

const scopeOf = (
  { target, now }: Pick<ClientParts, 'target' | 'now'>,
  who: Principal,
  call: FoundCall,
): SigningScope => ({
  credentials: call.credentials ?? who.credentials,
  region: call.region ?? target.region,
  at: call.at ?? new Date(now()),
  ...(call.signedHeaders && { signedHeaders: call.signedHeaders }),
})

/** Puts the name of the caller where the target looks for it. */
const nameCaller = (message: Message, { accounts }: Target, who: Principal): Message => {
  if (accounts.mode !== 'any' || accounts.by === 'access-key') return message
  return { ...message, headers: { ...message.headers, [accounts.by.header]: who.account } }
}
