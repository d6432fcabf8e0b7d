import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, serviceOf } from '../fault-kit/arrange.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that a service is no longer trusted and goes on listing it. */
export const distrustDoesNothing: KnownFault = {
  name: 'distrust-does-nothing',
  description: 'confirms that a service is no longer trusted and goes on listing it',
  breaks: { aws: ['G3'], huawei: ['R111'] },
  alter: saying('disableServiceAccess', (moment) => unwritten(decideAs(moment, {}))),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.enableServiceAccess({ service: serviceOf(visit) })
      await visit.boss.disableServiceAccess({ service: serviceOf(visit) })
      return (await visit.boss.listTrustedServices({})).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
