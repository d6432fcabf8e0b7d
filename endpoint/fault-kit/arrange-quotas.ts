import type { Came, Visit } from '../look.ts'
import { policyContent } from './arrange-policies.ts'
import { founded, inviting } from './arrange.ts'
import type { Taking } from './quotas.ts'

/** What is made: what came of it, and the id of what is there now. */
interface Made {
  readonly came: Came
  readonly id?: string
}

/** How to make one more of a kind, and to take one away. */
interface Hands {
  readonly make: (count: number) => Promise<Made>
  readonly remove: (id: string) => Promise<unknown>
}

/**
 * An organization is filled with one more than it has room for, and then one is taken away. What came of the last that
 * surely has room, of the one that is too many, and of another one after that.
 */
export async function filledUp(visit: Visit, taking: Taking): Promise<readonly Came[]> {
  const { make, remove } = handsOf(visit, taking, await founded(visit))
  const { referenceEndpoint, profile } = visit.vendor
  const { limit, standing } = taking
  const most = referenceEndpoint.limits?.[limit] ?? profile.limits[limit]?.value ?? 0
  const made: Made[] = []
  for (let count = 0; count <= most; count += 1) made.push(await make(count))
  await remove(made[0]?.id ?? '')
  const came = [...made, await make(most + 1)].map((one) => one.came)
  // the vendor's own policy may count
  return [came.at(most - 2 - standing), came.at(-2), came.at(-1)].flatMap((one) => one ?? [])
}

const handsOf = (visit: Visit, { verb }: Taking, root: string): Hands => {
  const { boss, vendor } = visit
  if (verb === 'createUnit') {
    return {
      make: async (count) => madeOf(await boss.createUnit({ parent: root, name: `unit-${count}` })),
      remove: (unit) => boss.deleteUnit({ unit }),
    }
  }
  if (verb === 'createPolicy') {
    const rest = { type: 'control', description: 'd', content: policyContent(visit, 'control') }
    return {
      make: async (count) =>
        madeOf(await boss.createPolicy({ ...rest, type: 'control', name: `policy-${count}` })),
      remove: (policy) => boss.deletePolicy({ policy }),
    }
  }
  return {
    make: async (count) => madeOf(await inviting(boss, vendor.mintAccount(BigInt(count + 10)))),
    remove: (invitation) => boss.cancelInvitation({ invitation }),
  }
}

const madeOf = (outcome: {
  readonly came: Came
  readonly done: boolean
  readonly result: { readonly id: string }
}): Made => (outcome.done ? { came: outcome.came, id: outcome.result.id } : { came: outcome.came })
