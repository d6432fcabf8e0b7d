import { joined, populated } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { altering, noticing, writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Puts an account that joins again into the unit that it was removed from. */
export const returningAccountsKeepTheirPlace: KnownFault = {
  name: 'returning-accounts-keep-their-place',
  description: 'puts an account that joins again into the unit that it was removed from',
  breaks: { aws: ['K22'], huawei: ['N44'], tencent: ['R24'] },
  alter: (steps) => {
    const places = new Map<string, string>()
    const removing = noticing('removeAccount', (moment) => {
      const { account } = moment.args
      const parent = organizationOf(moment)?.members.get(account)?.parent
      if (parent !== undefined) places.set(account, parent)
    })
    const joining = writing('acceptInvitation', (written, { command: { caller } }) => {
      const [member, parent] = [written.members.get(caller), places.get(caller)]
      if (member === undefined || parent === undefined || !written.units.has(parent)) return written
      return { ...written, members: new Map(written.members).set(caller, { ...member, parent }) }
    })
    return altering(removing, joining)(steps)
  },
  seen: {
    at: async (visit) => {
      const { unit, account } = await populated(visit)
      await visit.boss.removeAccount({ account })
      await joined(visit)
      return (await visit.boss.listAccountsIn({ parent: unit })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
