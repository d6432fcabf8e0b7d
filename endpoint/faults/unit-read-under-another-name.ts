import { founded, unitIn } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Tells the id of a unit as its name. */
export const unitReadUnderAnotherName: KnownFault = {
  name: 'unit-read-under-another-name',
  description: 'tells the id of a unit as its name',
  breaks: { aws: ['B8'], huawei: ['R50'] },
  alter: telling('getUnit', (unit) => ({ ...unit, name: unit.id })),
  seen: {
    at: async (visit) => {
      const unit = await unitIn(visit, await founded(visit), 'Unit')
      return (await visit.boss.getUnit({ unit })).result.name === 'Unit'
    },
    right: true,
    wrong: false,
  },
}
