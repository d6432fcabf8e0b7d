import type { Args, Result, Verb } from '../../../specs/vocabulary/verbs.ts'
import type { Hands } from '../effect.ts'

/** Who looks what became of a write: the account that wrote, and who sees the organization: itself unless somebody else is known to. */
export type Eyes = Hands

/** How is found out whether a write was done whose answer was lost, failed, or came in pieces. */
export interface LookUpRow<V extends Verb> {
  /**
   * What the write answers, where what it asks for is so; undefined where it is not. Throws `PrerequisiteMissing` or
   * `NotSettled` when it can not be seen. Absent where no verb shows it.
   */
  readonly look?: (eyes: Eyes, args: Args<V>) => Promise<Result<V> | undefined>
  /** what was asked for is gone: a write said again is refused since nothing is there */
  readonly ends?: true
  /** said again, it would leave one more; anything else leaves what it left the first time */
  readonly adds?: true
  /** to say it again would do it again, whoever it hurts */
  readonly once?: true
}

/** The rows of some verbs. */
export type LookUps<V extends Verb> = { readonly [K in V]: LookUpRow<K> }

/** The answer of a verb that answers nothing, where something holds. */
export function nothingIf(holds: boolean): Readonly<Record<string, never>> | undefined {
  return holds ? {} : undefined
}
