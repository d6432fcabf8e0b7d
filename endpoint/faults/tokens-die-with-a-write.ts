import { refused } from '../../specs/model/decision.ts'
import type { OrganizationRecord } from '../../specs/model/world.ts'
import type { Paging } from '../../specs/vocabulary/verbs.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

/** Refuses page tokens that it gave before the organization changed. */
export const tokensDieWithAWrite: KnownFault = {
  name: 'tokens-die-with-a-write',
  description: 'refuses page tokens that it gave before the organization changed',
  breaks: { aws: ['K26', 'I1'], huawei: ['N48', 'R21'] },
  alter: ({ decide }) => {
    const given = new Map<string, OrganizationRecord | undefined>()
    return {
      decide: (world, command, context) => {
        const organization = organizationOf({ world, command, context, decide })
        const { token } = command.args as Paging
        if (token !== undefined && given.has(token) && given.get(token) !== organization)
          return refused('pageTokenInvalid', 'the organization has changed since')
        const decision = decide(world, command, context)
        const next = pageOf(decision)?.next
        if (next !== undefined) given.set(next, organization)
        return decision
      },
    }
  },
  seen: {
    at: async (visit) => {
      const { boss } = visit
      const parent = await founded(visit)
      for (const name of ['One', 'Two']) await unitIn(visit, parent, name)
      const { next: token } = (await boss.listUnits({ parent, size: 1 })).result
      await unitIn(visit, parent, 'Three')
      return (await boss.listUnits({ parent, size: 1, ...(token && { token }) })).came
    },
    right: 'done',
    wrong: 'pageTokenInvalid',
  },
}
