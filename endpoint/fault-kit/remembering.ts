import { refused } from '../../specs/model/decision.ts'
import type { OrganizationRecord } from '../../specs/model/world.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Item, ListVerb, Page, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import { decideAs, saying, type Alter, type MomentOf } from './alter-decide.ts'
import { rewritten } from './doctored-world.ts'
import { telling } from './misreport.ts'

/** What goes wrong only behind an earlier call: the wrong endpoint remembers what it ought to forget. */

/** Several things that go wrong together; each decides by way of those before it. */
export function altering(...alters: readonly Alter[]): Alter {
  return (steps) =>
    alters.reduce((altered, alter) => ({ ...altered, ...alter({ ...steps, ...altered }) }), {})
}

/** Looks at whatever is carried out of a verb, in the world before it, and leaves it as it is. */
export function noticing<V extends Verb>(
  verb: V,
  see: (moment: MomentOf<V>, result: Result<V>) => void,
): Alter {
  return saying(verb, (moment) => {
    const decision = decideAs(moment, {})
    if (decision.kind === 'done') see(moment, decision.result as Result<V>)
    return decision
  })
}

/** Carries the verb out and writes something else of it. */
export function writing<V extends Verb>(
  verb: V,
  instead: (written: OrganizationRecord, moment: MomentOf<V>) => OrganizationRecord,
): Alter {
  return saying(verb, (moment) =>
    rewritten(decideAs(moment, {}), (written) => instead(written, moment)),
  )
}

/** A verb that leaves something taken, by a key. */
interface Leaving<V extends Verb> {
  readonly verb: V
  readonly key: (moment: MomentOf<V>) => string | undefined
}

/** A verb that is refused where its key is taken. */
interface Taking<V extends Verb> extends Leaving<V> {
  readonly refusal: RefusalName
}

/** Refuses a verb for ever where another one, once it was carried out, left its key. */
export function neverAgain<L extends Verb, T extends Verb>(
  after: Leaving<L>,
  then: Taking<T>,
): Alter {
  return (steps) => {
    const taken = new Set<string>()
    const leaving = noticing(after.verb, (moment) => {
      const key = after.key(moment)
      if (key !== undefined) taken.add(key)
    })
    const taking = saying(then.verb, (moment) => {
      const key = then.key(moment)
      return key !== undefined && taken.has(key)
        ? refused(then.refusal, `${key} was there before`)
        : decideAs(moment, {})
    })
    return altering(leaving, taking)(steps)
  }
}

/** What has an id and a name. */
interface Named {
  readonly id: string
  readonly name?: string
}

/** Lists things under the names that they were made with. */
export function listingFirstNames(
  makes: 'createUnit' | 'createPolicy',
  ...lists: readonly ListVerb[]
): Alter {
  return (steps) => {
    const first = new Map<string, string>()
    const noting = noticing(makes, (_, { id, name }) => {
      if (name !== undefined) first.set(id, name)
    })
    const renamed = <T extends Named>(entry: T): T => {
      const name = first.get(entry.id)
      return name === undefined ? entry : { ...entry, name }
    }
    const stale = lists.map((verb) =>
      telling(verb, (result) => {
        const page = result as Page<Item<typeof verb> & Named>
        return { ...page, items: page.items.map(renamed) }
      }),
    )
    return altering(noting, ...stale)(steps)
  }
}
