import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { Fault } from '../fault.ts'

/** Lists units and accounts together whichever was asked for. */
export const childrenOfAllKinds: Fault = {
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
}
