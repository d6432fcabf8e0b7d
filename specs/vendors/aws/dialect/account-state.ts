import { isObject } from '../../../contract/json.ts'
import { text, within, words, type Lens } from '../../../vendor/lens.ts'
import type { AccountStatus, Open } from '../../../vocabulary/nouns.ts'

const states = words<AccountStatus>({
  active: 'ACTIVE',
  suspended: 'CLOSED',
  closing: 'PENDING_CLOSURE',
})

/** `State` tells an account that was closed from one that the vendor suspended; our noun, as `Status` did, does not. */
const read = (state: string): Open<AccountStatus> =>
  state === 'SUSPENDED' ? 'suspended' : states.read(state)

/**
 * An account that says what has become of it in `State`, which is to replace the `Status` of the document (observed.json,
 * O20, O44): both are written, and where `State` is there it is the one that is read.
 */
export function withState<T extends { readonly status?: Open<AccountStatus> }>(
  lens: Lens<T>,
): Lens<T> {
  return {
    write: (value) => {
      const written = lens.write(value)
      if (value.status === undefined || !isObject(written)) return written
      return { ...written, State: states.write(value.status) }
    },
    read: (json) => {
      const value = lens.read(json)
      const state = isObject(json) ? (json['State'] ?? undefined) : undefined
      if (state === undefined) return value
      return { ...value, status: within('State', () => read(text.read(state))) }
    },
  }
}
