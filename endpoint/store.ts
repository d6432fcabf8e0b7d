import { applyTo, commit, emptyStore, type Changes } from '../specs/model/changes.ts'
import type { Context, Decision } from '../specs/model/decision.ts'
import type { World } from '../specs/model/world.ts'
import type { Command } from '../specs/vocabulary/verbs.ts'
import type { Steps } from './steps.ts'

/** A world that commands are performed upon, one after the other. */
export interface Store {
  readonly perform: (command: Command) => Decision
  /** Performs all of them or, when one is refused, none; answers the last decision. */
  readonly performAll: (commands: readonly Command[]) => Decision
}

/** An empty world; `context` is asked anew for every command, because time passes. */
export function openStore(decide: Steps['decide'], context: () => Context): Store {
  const world = emptyStore()
  return {
    perform: (command) => {
      const decision = decide(world, command, context())
      if ('changes' in decision) applyTo(world, decision.changes)
      return decision
    },
    performAll: (commands) => {
      let decision: Decision = { kind: 'done', result: {}, changes: {} }
      let seen: World = world
      const written: Changes[] = []
      for (const command of commands) {
        decision = decide(seen, command, context())
        if (decision.kind === 'refused') return decision
        written.push(decision.changes)
        seen = commit(seen, decision.changes)
      }
      for (const changes of written) applyTo(world, changes)
      return decision
    },
  }
}
