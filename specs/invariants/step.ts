import type { Changes } from '../model/changes.ts'
import type { Rules } from '../model/rules.ts'
import type { World } from '../model/world.ts'
import type { Instant } from '../vocabulary/nouns.ts'

/** What was said in a world, and what came of it. */
export interface Step {
  readonly before: World
  readonly after: World
  readonly verb: string
  readonly caller: string
  /** the name of the refusal; absent where it was done */
  readonly refusal?: string
  /** what was written; a refusal may write, too */
  readonly changes: Changes
  /** the ids that were handed out meanwhile, with their kinds */
  readonly issued: ReadonlyMap<string, string>
  readonly rules: Rules
  readonly now: Instant
}

/** What must be so of every step from one world to the next. */
export interface StepInvariant {
  readonly invariant: string
  readonly flaws: (step: Step) => readonly string[]
}
