import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

/** Lists units and accounts together whichever was asked for. */
export const childrenOfAllKinds: KnownFault = {
  name: 'children-of-all-kinds',
  description: 'lists units and accounts together whichever was asked for',
  breaks: { aws: ['B10'] },
  alter: saying('listChildren', (moment) => {
    const asked = decideWith(moment, {})
    if (asked.kind === 'refused') return asked
    const items = ['unit', 'account'].flatMap(
      (kind) => pageOf(decideWith(moment, { kind, token: undefined }))?.items ?? [],
    )
    return { ...asked, result: { ...pageOf(asked), items } }
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await unitIn(visit, root, 'One')
      const { result } = await visit.boss.listChildren({ parent: root, kind: 'unit' })
      return result.items.map(({ kind }) => kind)
    },
    right: ['unit'],
    wrong: ['unit', 'account'],
  },
}
