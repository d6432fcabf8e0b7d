import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { ProperCall, Spoils } from './spoiled-call.ts'
import { readsTokens, token } from './spoiled-tokens.ts'

/** Something that is valid for a while, and of which an endpoint may not say too early that it is over. */
export interface Validity {
  /** the last part of the check's id */
  readonly what: string
  readonly title: string
  readonly applies: (vendor: Vendor) => boolean
  /** what nobody refuses who reads such things at all */
  readonly young: (proper: ProperCall) => Spoils
  /** ways to call that are valid yet */
  readonly valid: readonly ((proper: ProperCall) => Spoils)[]
}

const minutes = 60_000

const at =
  (offset: number) =>
  ({ now }: ProperCall): Spoils => ({ at: new Date(now + offset) })

const signature = (window: number, off: number): Validity => ({
  what: `${off}-minutes-off`,
  title: `A signature that is ${off} minutes off is believed`,
  applies: ({ protocol }) => protocol.clockMayDiffer === window,
  young: at(0),
  valid: [at(-off * minutes), at(off * minutes)],
})

const aged = (what: string, title: string, age: number): Validity => ({
  what,
  title,
  applies: readsTokens,
  // older than clocks may differ by
  young: token(-20 * minutes),
  valid: [token(-age)],
})

/**
 * All of them. Tokens are those which a secret seals, where an endpoint reads such: others issue theirs, which only they can
 * read.
 */
export const validities: readonly Validity[] = [
  signature(5, 3),
  signature(15, 10),
  aged('hour-old-token', 'A token that was issued an hour ago is believed', 60 * minutes),
  aged('day-old-token', 'A token that was issued 23 hours ago is believed', 23 * 60 * minutes),
]
