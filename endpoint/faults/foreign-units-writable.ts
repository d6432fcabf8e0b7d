import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Lets the management account of one organization rename and delete the units of another. */
export const foreignUnitsWritable: KnownFault = {
  name: 'foreign-units-writable',
  description: 'lets the management account of one organization rename and delete units of another',
  breaks: { aws: ['J3'], huawei: ['R51', 'R53'] },
  alter: forgiving(['unitNotFound'], (moment) => {
    const { verb, args } = moment.command
    const unit = 'unit' in args && (verb === 'renameUnit' || verb === 'deleteUnit') ? args.unit : ''
    const owner = [...moment.world.organizations.values()].find(({ units }) => units.has(unit))
    return decideAs(moment, owner === undefined ? {} : { caller: owner.management })
  }),
  seen: {
    at: async (visit) => {
      const unit = await unitIn(visit, await founded(visit))
      await visit.third.createOrganization({})
      return (await visit.third.renameUnit({ unit, name: 'Taken' })).came
    },
    right: 'unitNotFound',
    wrong: 'done',
  },
}
