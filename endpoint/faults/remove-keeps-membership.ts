import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms the removal of an account and keeps it. */
export const removeKeepsMembership: KnownFault = {
  name: 'remove-keeps-membership',
  description: 'confirms the removal of an account and keeps it',
  breaks: { aws: ['C24'], huawei: ['R74'], tencent: ['A7'] },
  alter: saying('removeAccount', (moment) => unwritten(decideAs(moment, {}))),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.removeAccount({ account: await joined(visit) })
      return (await visit.guest.getOrganization({})).came
    },
    right: 'notInOrganization',
    wrong: 'done',
  },
}
