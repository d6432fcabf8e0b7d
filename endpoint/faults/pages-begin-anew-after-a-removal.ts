import type { Paging } from '../../specs/vocabulary/verbs.ts'
import { decideWith, type Moment } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { wholeOf } from '../fault-kit/lists.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

const verbs = new Set<string>(['listUnits', 'listPolicies'])

const idOf = (entry: unknown): string | undefined => (entry as { readonly id?: string }).id

/** Begins a list anew where the entry is gone that the last page ended with. */
export const pagesBeginAnewAfterARemoval: KnownFault = {
  name: 'pages-begin-anew-after-a-removal',
  description: 'begins a list anew where the entry is gone that the last page ended with',
  breaks: { aws: ['K26'], huawei: ['N48'] },
  alter: ({ decide }) => {
    const ends = new Map<string, string | undefined>()
    const isLost = (moment: Moment, token: string): boolean =>
      ends.has(token) && !wholeOf(moment).some((entry) => idOf(entry) === ends.get(token))
    return {
      decide: (world, command, context) => {
        const moment = { world, command, context, decide }
        const { token } = command.args as Paging
        const lost = verbs.has(command.verb) && token !== undefined && isLost(moment, token)
        const decision = decideWith(moment, lost ? { token: undefined } : {})
        const page = pageOf(decision)
        if (page?.next !== undefined) ends.set(page.next, idOf(page.items.at(-1)))
        return decision
      },
    }
  },
  seen: {
    at: async (visit) => {
      const { boss } = visit
      const parent = await founded(visit)
      for (const name of ['One', 'Two', 'Three']) await unitIn(visit, parent, name)
      const { items, next: token } = (await boss.listUnits({ parent, size: 2 })).result
      await boss.deleteUnit({ unit: items[1]?.id ?? '' })
      const later = (await boss.listUnits({ parent, size: 2, ...(token && { token }) })).result
        .items
      return later.map(({ name }) => name)
    },
    right: ['Three'],
    wrong: ['One', 'Three'],
  },
}
