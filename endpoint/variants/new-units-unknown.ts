import { scalarsIn, type Json } from '../../specs/contract/json.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf, seeing } from '../fault-kit/doctored-world.ts'
import { notFound } from '../fault-kit/not-found.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 300
const verbs = ['createUnit', 'moveAccount', 'attachPolicy']

/** Knows a new unit for 300 milliseconds where it is read, and not where something is put into it. */
export const newUnitsUnknown: KnownVariant = {
  name: 'new-units-unknown',
  description: 'takes 300 milliseconds until something can be put into a new unit',
  evidence: { aws: ['O29'], huawei: ['H35'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const organization = organizationOf({ world, command, context, decide })
      if (!verbs.includes(command.verb) || organization === undefined)
        return decide(world, command, context)
      const named = scalarsIn(command.args as Json)
      const units = [...organization.units].filter(
        ([id, { createdAt }]) => !named.includes(id) || createdAt <= context.now - lag,
      )
      const young = { ...organization, units: new Map(units) }
      const early = decide(seeing(world, young), command, context)
      return early.kind === 'refused' && notFound.has(early.refusal)
        ? early
        : decide(world, command, context)
    },
  }),
  seen: {
    at: async (visit) => {
      const parent = await unitIn(visit, await founded(visit))
      const soon = (await visit.boss.createUnit({ parent, name: 'Inner' })).came
      visit.wait(lag)
      return [soon, (await visit.boss.createUnit({ parent, name: 'Inner too' })).came]
    },
    quiet: ['done', 'done'],
    varied: ['parentNotFound', 'done'],
  },
}
