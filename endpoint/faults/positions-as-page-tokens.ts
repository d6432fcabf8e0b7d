import type { Decision } from '../../specs/model/decision.ts'
import type { Page, Paging } from '../../specs/vocabulary/verbs.ts'
import { decideWith } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { wholeOf } from '../fault-kit/lists.ts'
import type { KnownFault } from '../fault.ts'

const verbs = new Set<string>(['listUnits', 'listPolicies'])
const position = /^at-(\d+)$/u

/** The page that begins at a position. */
const pageAt = (whole: readonly unknown[], start: number, size: number): Page<unknown> => {
  const end = start + size
  return { items: whole.slice(start, end), ...(end < whole.length && { next: `at-${end}` }) }
}

/** Counts entries in its page tokens: what goes before takes one that stands out of the list. */
export const positionsAsPageTokens: KnownFault = {
  name: 'positions-as-page-tokens',
  description: 'counts entries in its page tokens, whatever goes before the next page',
  breaks: { aws: ['K26'], huawei: ['N48'] },
  alter: ({ decide }) => ({
    decide: (world, command, context): Decision => {
      const moment = { world, command, context, decide }
      const { token = 'at-0', size = 20 } = command.args as Paging
      const [, start] = position.exec(token) ?? []
      if (!verbs.has(command.verb) || start === undefined) return decide(world, command, context)
      const decision = decideWith(moment, { token: undefined })
      if (decision.kind === 'refused') return decision
      return { ...decision, result: pageAt(wholeOf(moment), Number(start), size) }
    },
  }),
  seen: {
    at: async (visit) => {
      const { boss } = visit
      const parent = await founded(visit)
      const first = await unitIn(visit, parent, 'One')
      for (const name of ['Two', 'Three']) await unitIn(visit, parent, name)
      const { next: token } = (await boss.listUnits({ parent, size: 1 })).result
      await boss.deleteUnit({ unit: first })
      const { items } = (await boss.listUnits({ parent, size: 1, ...(token && { token }) })).result
      return items.map(({ name }) => name)
    },
    right: ['Two'],
    wrong: ['Three'],
  },
}
