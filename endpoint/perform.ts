import type { JsonObject } from '../specs/contract/json.ts'
import { verbReadingsOf, understand } from '../specs/vendor/dialect.ts'
import type { Vendor } from '../specs/vendor/vendor.ts'
import type { Command, Result, Verb } from '../specs/vocabulary/verbs.ts'
import type { Heard } from '../specs/wire/wire.ts'
import { withoutNulls } from './input-check.ts'
import type { Refused, Steps } from './steps.ts'
import type { Store } from './store.ts'

/** What came of a call: the output in the vendor's words, or a refusal. */
export type Outcome = { readonly output: JsonObject } | Refused

/** Performs what was heard from `caller`, in the vendor's words on both sides. */
export type Perform = (heard: Heard, caller: string) => Outcome

/** The vendor's operations over a store: input is checked, understood, decided, and the result written. */
export function performer(vendor: Vendor, steps: Steps, store: Store): Perform {
  const readings = verbReadingsOf(vendor.dialect)
  return (heard, caller) => {
    const { operation } = heard
    const candidates = readings.get(operation)
    if (candidates === undefined) {
      return { refusal: 'wire.unknown-operation', detail: `there is no operation ${operation}` }
    }
    const input = withoutNulls(heard.input)
    const problem = steps.check({ operation, input }, heard.input)
    if (problem !== undefined) return { ...problem, operation }
    const meant = understand(candidates, input)
    // the contract let it pass
    if (meant === undefined) throw new Error(`no verb of ${operation} can read its input`)
    const { verb, row, all } = meant
    const commands = all.map((args) => ({ verb, args, caller }) as Command)
    const [only] = commands
    const decision =
      only !== undefined && commands.length === 1 ? store.perform(only) : store.performAll(commands)
    if (decision.kind === 'refused') return { ...decision, operation }
    const output = row.result.write(decision.result as Result<Verb>) as JsonObject
    return { output: steps.write(output, heard) }
  }
}
