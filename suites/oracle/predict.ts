import type { JsonObject } from '../../specs/contract/json.ts'
import { commit } from '../../specs/model/changes.ts'
import { decide } from '../../specs/model/decide.ts'
import type { Context, Refused } from '../../specs/model/decision.ts'
import type { Rules } from '../../specs/model/rules.ts'
import type { World } from '../../specs/model/world.ts'
import type { DialectRow, Understood } from '../../specs/vendor/dialect.ts'
import type { Args, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Believed } from './believed-rules.ts'
import { settledWorlds } from './settle-pending.ts'

/** The same answer with no more than so many entries: what it says of its own length is said of a page. */
export type TellPage = (entries: number) => JsonObject

/** What the rules say a call comes to, and the world behind it. */
export type Prediction =
  | {
      readonly kind: 'done'
      readonly output: JsonObject
      readonly world: World
      readonly page?: TellPage
      /** the lists in the output that may have other entries besides */
      readonly openLists?: ReadonlySet<string>
    }
  | (Pick<Refused, 'kind' | 'refusal' | 'detail'> & { readonly world: World })

/** A call in the words of the model. */
export interface Meant extends Pick<Understood, 'verb' | 'row' | 'all'> {
  readonly caller: string
}

/** What the model is asked with besides. */
export interface Asking extends Omit<Context, 'rules'> {
  /** the rules that the target may go by */
  readonly believed: Believed
}

/** A world, and the rules by which a call is decided in it. */
export interface Ruled {
  readonly world: World
  readonly rules: Rules
}

/** Everything that there may be when a call comes, as far as the rules leave that open: the strictest reading first. */
export function* ruledWorlds(
  world: World,
  { now, believed }: Pick<Asking, 'now' | 'believed'>,
): Generator<Ruled> {
  for (const begun of settledWorlds(world, now)) {
    for (const rules of believed) yield { world: begun, rules }
  }
}

/** What a call comes to in a world by some rules. */
export function predict(world: World, meant: Meant, context: Context): Prediction {
  const { verb, row, all, caller } = meant
  let [next, result]: [World, object] = [world, {}]
  for (const args of all) {
    const last = decide(next, { verb, args: whole(args), caller }, context)
    if (last.kind === 'refused') {
      const { refusal, detail } = last
      const left = 'changes' in last ? commit(world, last.changes) : world
      return { kind: 'refused', refusal, detail, world: left }
    }
    ;({ result } = last)
    // the same world stays the same: who reads it page by page knows it again
    if (Object.keys(last.changes).length > 0) next = commit(next, last.changes)
  }
  return { kind: 'done', world: next, ...told(row, result) }
}

const told = (
  { result: lens }: DialectRow<Verb>,
  result: object,
): Pick<Extract<Prediction, { readonly kind: 'done' }>, 'output' | 'page'> => {
  const tell = (value: object): JsonObject => lens.write(value) as JsonObject
  const items = 'items' in result && Array.isArray(result.items) ? result.items : undefined
  const page = items && ((entries: number) => tell({ ...result, items: items.slice(0, entries) }))
  return { output: tell(result), ...(page && { page }) }
}

/** What is asked of a list without its pages. */
const whole = (args: Args<Verb>): Args<Verb> => {
  const {
    size: _,
    token: __,
    ...rest
  } = args as { readonly size?: number; readonly token?: string }
  return rest
}
