import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, created } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Reports a created account that nobody ever sees. */
export const createdAccountIsNoMember: KnownFault = {
  name: 'created-account-is-no-member',
  description: 'reports a created account that nobody ever sees',
  breaks: { aws: ['C3'], huawei: ['R57'] },
  alter: saying('createAccount', (moment) => {
    const members = organizationOf(moment)?.members
    return rewritten(decideAs(moment, {}), (written) => ({
      ...written,
      ...(members && { members }),
    }))
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.getAccount({ account: await created(visit) })).came
    },
    right: 'done',
    wrong: 'accountNotFound',
  },
}
