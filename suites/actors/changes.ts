import type { Client } from '../client/client.ts'
import { mayHaveChanged } from '../client/may-have-changed.ts'

/** When something was last changed at a target, and for how long that may not be seen yet. */
export interface Changes {
  /** something is being changed, or was */
  readonly note: () => void
  /** when that was last, in milliseconds since 1970; minus infinity before */
  readonly latest: () => number
  /** milliseconds until whatever was changed has to be seen; 0 when it has to be by now */
  readonly unseenFor: () => number
}

/** What changes are timed with. */
export interface ChangesParts {
  readonly now: () => number
  /** milliseconds after which what was written is listed */
  readonly listedWithin: number
  /** when something was changed last, as far as is known */
  readonly since?: number
}

/** Opens what is known of when something was changed last. */
export function openChanges({
  now,
  listedWithin,
  since = Number.NEGATIVE_INFINITY,
}: ChangesParts): Changes {
  let latest = since
  return {
    note: () => void (latest = now()),
    latest: () => latest,
    unseenFor: () => Math.max(0, latest + listedWithin - now()),
  }
}

/** The same client, whose writes are noted when they are answered, as far as they may have been done. */
export function noting(plain: Client, { note }: Changes): Client {
  return {
    ...plain,
    call: async (who, call) => {
      const interaction = await plain.call(who, call)
      if (mayHaveChanged(plain.vendor, call, interaction)) note()
      return interaction
    },
  }
}
