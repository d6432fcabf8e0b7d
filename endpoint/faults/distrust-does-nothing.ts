import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Confirms that a service is no longer trusted and goes on listing it. */
export const distrustDoesNothing: Fault = {
  name: 'distrust-does-nothing',
  description: 'confirms that a service is no longer trusted and goes on listing it',
  breaks: { aws: ['G3'], huawei: ['R111'] },
  alter: saying('disableServiceAccess', (moment) => unwritten(decideAs(moment, {}))),
}
