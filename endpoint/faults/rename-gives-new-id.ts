import type { Unit } from '../../specs/vocabulary/verbs.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Gives a renamed unit another id. */
export const renameGivesNewId: KnownFault = {
  name: 'rename-gives-new-id',
  description: 'gives a renamed unit another id',
  breaks: { aws: ['B8'], huawei: ['R50'], tencent: ['A20'] },
  alter: saying('renameUnit', (moment) => {
    const id = moment.context.newId('unit', organizationOf(moment)?.root)
    const decision = rewritten(decideAs(moment, {}), (written) => {
      const unit = written.units.get(moment.args.unit)
      const left = [...written.units].filter(([known]) => known !== moment.args.unit)
      return unit === undefined
        ? written
        : { ...written, units: new Map([...left, [id, { ...unit, id }]]) }
    })
    if (decision.kind === 'refused') return decision
    return { ...decision, result: { ...(decision.result as Unit), id } }
  }),
  seen: {
    at: async (visit) => {
      const unit = await unitIn(visit, await founded(visit))
      await visit.boss.renameUnit({ unit, name: 'After' })
      return (await visit.boss.getUnit({ unit })).done
    },
    right: true,
    wrong: false,
  },
}
