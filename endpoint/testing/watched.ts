import { isDeepStrictEqual } from 'node:util'

import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Fault } from '../fault.ts'
import type { Refused, Steps } from '../steps.ts'

/** What is seen of an endpoint from inside. */
export interface Watch {
  /** the refusal that was put into words last */
  refused: Refused | undefined
  /** verbs that were decided otherwise than the right endpoint decides them in the same world */
  readonly broken: Set<Verb>
}

/** The fault, or none, on an endpoint that tells what it decides. */
export function watched(fault: Fault | undefined, watch: Watch): Pick<Fault, 'alter'> {
  return {
    alter: (honest, vendor) => {
      const steps: Steps = {
        ...honest,
        explain: (refused) => {
          watch.refused = refused
          return honest.explain(refused)
        },
      }
      const altered = { ...steps, ...fault?.alter(steps, vendor) }
      return { ...altered, decide: compared(altered.decide, honest.decide, watch) }
    },
  }
}

/** Decides by `actual`; where `honest` would have decided otherwise with the same new ids, the verb is broken. */
const compared =
  (actual: Steps['decide'], honest: Steps['decide'], { broken }: Watch): Steps['decide'] =>
  (world, command, context) => {
    const ids: string[] = []
    const remember: typeof context.newId = (...kind) => {
      const id = context.newId(...kind)
      ids.push(id)
      return id
    }
    const decision = actual(world, command, { ...context, newId: remember })
    const again: typeof context.newId = (...kind) => ids.shift() ?? context.newId(...kind)
    const right = honest(world, command, { ...context, newId: again })
    if (!isDeepStrictEqual(decision, right)) broken.add(command.verb)
    return decision
  }
