import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Confirms that tags are gone and keeps them. */
export const untagDoesNothing: Fault = {
  name: 'untag-does-nothing',
  description: 'confirms that tags are gone and keeps them',
  breaks: { aws: ['K8'], huawei: ['R152'] },
  alter: saying('untagResource', (moment) => unwritten(decideAs(moment, {}))),
}
