import type { Json } from '../../../contract/json.ts'
import { integer, mapped, text, Unreadable, type Lens } from '../../../vendor/lens.ts'
import type * as noun from '../../../vocabulary/nouns.ts'

/** Ids are numbers on the wire and texts in the vocabulary. */
export const id: Lens<string> = mapped<string, number>(integer, Number, String)

/** The node that the root stands in: none. */
const above = '0'

/** The id of a parent; the root's is 0 on the wire and absent in the vocabulary. */
export function parentOf(parent: string | undefined): string {
  return parent ?? above
}

/** A parent as it is known in the vocabulary. */
export function knownParent(parent: string): { readonly parent?: string } {
  return parent === above ? {} : { parent }
}

/** Yes and no as 1 and 0. */
export const bit: Lens<boolean> = mapped<boolean, number>(integer, Number, Boolean)

/** `YYYY-MM-DD HH:MM:SS`; the vendor states no zone, so it is read as UTC. */
export const moment: Lens<noun.Instant> = {
  write: (instant) => new Date(instant).toISOString().slice(0, 19).replace('T', ' '),
  read: (json) => {
    const said = text.read(json)
    // another form of a time is the contract's affair, not the reader's
    const instant = [`${said.replace(' ', 'T')}Z`, said].map((one) => Date.parse(one)).find(isTime)
    if (instant === undefined) throw new Unreadable('', 'is no time')
    return instant
  },
}

const isTime = (instant: number): boolean => !Number.isNaN(instant)

const states: Readonly<Record<noun.InvitationState, number>> = {
  open: 0,
  requested: 0,
  accepted: 1,
  declined: 2,
  cancelled: 3,
  expired: -1,
}

/** The state of an invitation; a number without a word travels as its digits. */
export const invitationState: Lens<noun.Open<noun.InvitationState>> = {
  write: (state): Json => states[state as noun.InvitationState] ?? Number(state),
  read: (json) => {
    const number = integer.read(json)
    const found = Object.entries(states).find(([, value]) => value === number)
    return found?.[0] ?? String(number)
  },
}

/** The one entry of a list: the vendor takes several where the vocabulary speaks of one. */
export function sole<T>(entry: Lens<T>): Lens<T> {
  return {
    write: (value) => [entry.write(value)],
    read: (json) => {
      const [only] = Array.isArray(json) ? (json as readonly Json[]) : []
      if (only === undefined) throw new Unreadable('', 'is no list with an entry')
      return entry.read(only)
    },
  }
}
