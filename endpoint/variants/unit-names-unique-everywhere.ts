import { refused, type Decision } from '../../specs/model/decision.ts'
import { decideAs, saying, type Moment } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { Steps } from '../steps.ts'
import type { KnownVariant } from '../variant.ts'

/** The right decision, where no other unit of the organization has the name. */
const unique = (moment: Moment, name: string | undefined, self?: string): Decision => {
  const decision = decideAs(moment, {})
  const units = [...(organizationOf(moment)?.units.values() ?? [])]
  return decision.kind === 'done' && units.some((unit) => unit.name === name && unit.id !== self)
    ? refused('unitNameTaken', 'name: the organization has a unit of this name already')
    : decision
}

const alterations = [
  saying('createUnit', (moment) => unique(moment, moment.args.name)),
  saying('renameUnit', (moment) => unique(moment, moment.args.name, moment.args.unit)),
]

/** Has no two units of one name in an organization, wherever they stand. */
export const unitNamesUniqueEverywhere: KnownVariant = {
  name: 'unit-names-unique-everywhere',
  description: 'has no two units of one name in an organization, wherever they stand',
  evidence: { tencent: ['T32'] },
  alter: (steps) =>
    alterations.reduce<Steps>((before, alter) => ({ ...before, ...alter(before) }), steps),
  seen: {
    at: async (visit) => {
      const parent = await unitIn(visit, await founded(visit), 'Same')
      return (await visit.boss.createUnit({ parent, name: 'Same' })).came
    },
    quiet: 'done',
    varied: 'unitNameTaken',
  },
}
