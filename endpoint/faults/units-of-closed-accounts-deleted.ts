import type { OrganizationRecord, World } from '../../specs/model/world.ts'
import { decideAs, decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { created, founded, minute, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

const withoutClosed = (
  world: World,
  { members }: OrganizationRecord,
): OrganizationRecord['members'] =>
  new Map([...members].filter(([id]) => world.accounts.get(id)?.closedAt === undefined))

/** Deletes units in which there is nothing but closed accounts. */
export const unitsOfClosedAccountsDeleted: KnownFault = {
  name: 'units-of-closed-accounts-deleted',
  description: 'deletes units in which there is nothing but closed accounts',
  breaks: { aws: ['K27'], huawei: ['N49'] },
  alter: forgiving(['unitNotEmpty'], (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined) return decideAs(moment, {})
    const active = { ...organization, members: withoutClosed(moment.world, organization) }
    return rewritten(decideIn(moment, seeing(moment.world, active)), (written) => ({
      ...written,
      members: new Map(
        [...organization.members].map(([id, member]) => [
          id,
          written.units.has(member.parent) ? member : { ...member, parent: organization.root },
        ]),
      ),
    }))
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const unit = await unitIn(visit, root)
      const account = await created(visit)
      await visit.boss.moveAccount({ account, from: root, to: unit })
      await visit.boss.closeAccount({ account })
      visit.wait(minute)
      return (await visit.boss.deleteUnit({ unit })).came
    },
    right: 'unitNotEmpty',
    wrong: 'done',
  },
}
