import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Actors } from '../actors/cast.ts'
import type { Fresh } from '../actors/fresh.ts'
import type { Waiting } from '../actors/waiting.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { MoveTime } from '../client/moved-time.ts'
import type { Target } from '../client/target.ts'
import type { Oracle } from '../oracle/oracle.ts'
import type { JudgedCheck, Judgement } from '../verdict/verdict.ts'
import type { Extent } from './extent.ts'
import type { Lag } from './lag.ts'
import type { Monitor } from './monitor.ts'

/** What one case runs with: who can act for it, and where it records what it finds. */
export interface CaseContext {
  readonly vendor: Vendor
  readonly target: Target
  readonly client: Client
  readonly actors: Actors
  readonly fresh: Fresh
  /** how many sequences are played for a check, and how many steps each has */
  readonly sequences: Extent
  /** whether a check of this case is asked for; what decides none of those is not sent */
  readonly wanted: (check: string) => boolean
  /** seed of this case alone: other cases never change its values */
  readonly seed: number
  readonly now: () => number
  /** lets so many milliseconds pass at once; only for cases that move the time, and undefined where it can not be moved */
  readonly moveTime?: MoveTime
  /** how to wait for what comes about by itself */
  readonly waiting: Waiting
  /** every call of this case so far */
  readonly interactions: readonly Interaction[]
  /** hears of a call that was sent by none of the actors */
  readonly heard: (interaction: Interaction) => void
  /** what watches the whole run */
  readonly monitor: Monitor
  /** how the answers compare with what the rules say they are */
  readonly oracle: Pick<Oracle, 'judge'>
  /** what is known of how late the target shows what was written */
  readonly lag: Pick<Lag, 'seen'>
  /** the checks of this run that are decided already, by id */
  readonly decided: ReadonlyMap<string, JudgedCheck>
  /** Decides a check of this case. The first decision stands: what failed is not made good again. */
  readonly record: (check: string, judgement: Judgement) => void
  /** Says of a check that fails that somebody was let in who never might be: no later play of the case takes it back. */
  readonly intruded: (check: string) => void
}
