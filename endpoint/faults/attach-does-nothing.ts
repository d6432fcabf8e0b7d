import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Confirms an attachment and forgets it. */
export const attachDoesNothing: Fault = {
  name: 'attach-does-nothing',
  description: 'confirms an attachment and forgets it',
  breaks: { aws: ['K9', 'E10'], huawei: ['R145', 'R128'] },
  alter: saying('attachPolicy', (moment) => unwritten(decideAs(moment, {}))),
}
