import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Confirms the move of an account and leaves it where it was. */
export const moveDoesNothing: Fault = {
  name: 'move-does-nothing',
  description: 'confirms the move of an account and leaves it where it was',
  breaks: { aws: ['K6'], huawei: ['R77'] },
  alter: saying('moveAccount', (moment) => unwritten(decideAs(moment, {}))),
}
