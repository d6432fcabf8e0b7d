import type { Paging } from '../../specs/vocabulary/verbs.ts'
import { decideWith } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Heeds the page size on the first page alone. */
export const laterPagesAreOfAnySize: KnownFault = {
  name: 'later-pages-are-of-any-size',
  description: 'heeds the page size on the first page alone',
  breaks: { aws: ['I3'], huawei: ['R20'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const { token } = command.args as Paging
      const other = token === undefined ? {} : { size: undefined }
      return decideWith({ world, command, context, decide }, other)
    },
  }),
  seen: {
    at: async (visit) => {
      const { boss } = visit
      const parent = await founded(visit)
      for (const name of ['One', 'Two', 'Three']) await unitIn(visit, parent, name)
      const { next: token } = (await boss.listUnits({ parent, size: 1 })).result
      return (await boss.listUnits({ parent, size: 1, ...(token && { token }) })).result.items
        .length
    },
    right: 1,
    wrong: 2,
  },
}
