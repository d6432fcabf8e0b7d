import { refused } from '../../specs/model/decision.ts'
import type { OrganizationRecord } from '../../specs/model/world.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Args, Item, ListVerb, Page, Result, Tag, Verb } from '../../specs/vocabulary/verbs.ts'
import { decideAs, saying, type Alter, type MomentOf } from './alter-decide.ts'
import { organizationOf, rewritten } from './doctored-world.ts'
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

/** A verb that deletes things of a kind, and which of them. */
interface Deleting<V extends Verb> {
  readonly kind: 'units' | 'policies'
  readonly verb: V
  readonly id: (args: Args<V>) => string
}

/** Gives what is made the tags of what was deleted and called the same. */
export function inheritingTags<V extends Verb>(
  { kind, verb, id }: Deleting<V>,
  makes: 'createUnit' | 'createPolicy',
): Alter {
  return (steps) => {
    const left = new Map<string, readonly Tag[]>()
    const deleting = noticing(verb, (moment) => {
      const organization = organizationOf(moment)
      const gone = id(moment.args)
      const name = organization?.[kind].get(gone)?.name
      const tags = organization?.tags.get(gone)
      if (name !== undefined && tags !== undefined) left.set(name, tags)
    })
    const creating = writing(makes, (written, { args: { name } }) => {
      const [made] = [...written[kind].keys()].slice(-1)
      const tags = left.get(name)
      if (made === undefined || tags === undefined || written.tags.has(made)) return written
      return { ...written, tags: new Map(written.tags).set(made, tags) }
    })
    return altering(deleting, creating)(steps)
  }
}

/** Carries a verb out and puts the accounts of the unit that it speaks of into the root. */
export function emptying(verb: 'renameUnit' | 'moveUnit'): Alter {
  return writing(verb, (written, { args: { unit } }) => ({
    ...written,
    members: new Map(
      [...written.members].map(([id, member]) => [
        id,
        member.parent === unit ? { ...member, parent: written.root } : member,
      ]),
    ),
  }))
}
