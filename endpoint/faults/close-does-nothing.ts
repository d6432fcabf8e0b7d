import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, created, day } from '../fault-kit/arrange.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms the closing of an account and leaves it active. */
export const closeDoesNothing: KnownFault = {
  name: 'close-does-nothing',
  description: 'confirms the closing of an account and leaves it active',
  breaks: { aws: ['C19'], huawei: ['R71'] },
  alter: saying('closeAccount', (moment) => unwritten(decideAs(moment, {}))),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      await visit.boss.closeAccount({ account })
      visit.wait(day)
      return (await visit.boss.getAccount({ account })).result.status
    },
    right: 'suspended',
    wrong: 'active',
  },
}
