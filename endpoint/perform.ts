import type { Row } from '../specs/dialect.ts'
import { isObject, type Json, type JsonObject } from '../specs/json.ts'
import { Unreadable } from '../specs/lens.ts'
import type { Vendor } from '../specs/vendor.ts'
import type { Command, Result, Verb } from '../specs/vocabulary.ts'
import type { Heard } from '../specs/wire/wire.ts'
import { withoutNulls } from './input-check.ts'
import type { Refused, Steps } from './steps.ts'
import type { Store } from './store.ts'

/** What came of a call: the output in the vendor's words, or a refusal. */
export type Outcome = { readonly output: JsonObject } | Refused

/** Performs what was heard from `caller`, in the vendor's words on both sides. */
export type Perform = (heard: Heard, caller: string) => Outcome

interface Saying {
  readonly verb: Verb
  readonly row: Row<Verb>
}

/** The vendor's operations over a store: input is checked, understood, decided, and the result written. */
export function performer(vendor: Vendor, steps: Steps, store: Store): Perform {
  const sayings = sayingsOf(vendor)
  return (heard, caller) => {
    const { operation } = heard
    const candidates = sayings.get(operation)
    if (candidates === undefined) {
      return { refusal: 'wire.unknown-operation', detail: `there is no operation ${operation}` }
    }
    const input = withoutNulls(heard.input)
    const problem = steps.check({ operation, input }, heard.input)
    if (problem !== undefined) return { ...problem, operation }
    const { verb, row, all } = understood(candidates, input)
    const commands = all.map((args) => ({ verb, args, caller }) as Command)
    const [only] = commands
    const decision =
      only !== undefined && commands.length === 1 ? store.perform(only) : store.performAll(commands)
    if (decision.kind === 'refused') return { ...decision, operation }
    const output = row.result.write(decision.result as Result<Verb>) as JsonObject
    return { output: steps.write(output, heard) }
  }
}

/** The rows of each operation; several verbs may share one, in the order of the dialect. */
const sayingsOf = (vendor: Vendor): ReadonlyMap<string, readonly Saying[]> => {
  const sayings = new Map<string, readonly Saying[]>()
  const rows = Object.entries(vendor.dialect) as unknown as readonly [Verb, Row<Verb>][]
  for (const [verb, row] of rows) {
    sayings.set(row.operation, [...(sayings.get(row.operation) ?? []), { verb, row }])
  }
  return sayings
}

/** A row that can read an input, and what it reads: one command's arguments, or those of several. */
interface Understood extends Saying {
  readonly all: readonly unknown[]
}

/** What an input means: the first row that can read it. Throws when none can: the contract let it pass. */
const understood = (candidates: readonly Saying[], input: Json): Understood => {
  const [first, ...others] = candidates
  if (first === undefined) throw new Error('an operation without a verb')
  try {
    const all = spreadOver(input, first.row.spread).map((one) => first.row.args.read(one))
    return { ...first, all }
  } catch (error) {
    if (!(error instanceof Unreadable) || others.length === 0) throw error
    return understood(others, input)
  }
}

/** The input once for every entry of the list that the row spreads over. */
const spreadOver = (input: Json, list: string | undefined): readonly Json[] => {
  if (list === undefined || !isObject(input)) return [input]
  const entries = input[list]
  return Array.isArray(entries)
    ? entries.map((entry: Json) => ({ ...input, [list]: [entry] }))
    : [input]
}
