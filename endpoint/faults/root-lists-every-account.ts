import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { populated } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Lists the accounts of all units under the root. */
export const rootListsEveryAccount: KnownFault = {
  name: 'root-lists-every-account',
  description: 'lists the accounts of all units under the root',
  breaks: { aws: ['B11'], huawei: ['R64'], tencent: ['A14'] },
  alter: saying('listAccountsIn', (moment) =>
    moment.args.parent === organizationOf(moment)?.root
      ? decideAs(moment, { verb: 'listAccounts' })
      : decideAs(moment, {}),
  ),
  seen: {
    at: async (visit) => {
      const { root } = await populated(visit)
      return (await visit.boss.listAccountsIn({ parent: root })).result.items.length
    },
    right: 1,
    wrong: 2,
  },
}
