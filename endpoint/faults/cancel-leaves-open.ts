import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Confirms that an invitation is cancelled and leaves it open. */
export const cancelLeavesOpen: Fault = {
  name: 'cancel-leaves-open',
  description: 'confirms that an invitation is cancelled and leaves it open',
  breaks: { aws: ['D13', 'D18'], huawei: ['R96', 'R97'], tencent: ['A3'] },
  alter: saying('cancelInvitation', (moment) => unwritten(decideAs(moment, {}))),
}
