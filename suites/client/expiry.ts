import type { Vendor } from '../../specs/vendor/vendor.ts'
import { sameWord } from '../verdict/codes.ts'
import type { Interaction } from './interaction.ts'
import type { Expiry } from './renewal.ts'
import type { FoundCall } from './sign-call.ts'
import type { Principal } from './target.ts'

/** An answer, and the call that it is to. */
export interface Answered extends Pick<Interaction, 'reply'> {
  readonly call: FoundCall
}

/**
 * Whether a reply says that the temporary credentials of a principal have expired. Of a call that is spoiled on purpose
 * nobody can tell: its signature or its token may be what is refused.
 */
export function expiryIn(
  vendor: Vendor,
  { credentials }: Principal,
  { call, reply }: Answered,
): Expiry | undefined {
  if (reply.kind !== 'refusal' || credentials.token === undefined || isSpoiled(call)) {
    return undefined
  }
  const { surely, perhaps } = vendor.identity.expired
  const isOf = (codes: readonly string[]): boolean =>
    codes.some((code) => sameWord(vendor, code, reply.code))
  if (isOf(surely)) return 'surely'
  return isOf(perhaps) ? 'perhaps' : undefined
}

const isSpoiled = ({ before, after, credentials, at, region, signedHeaders }: FoundCall): boolean =>
  [before, after, credentials, at, region, signedHeaders].some((spoil) => spoil !== undefined)
