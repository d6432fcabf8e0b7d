import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Confirms the closing of an account and leaves it active. */
export const closeDoesNothing: Fault = {
  name: 'close-does-nothing',
  description: 'confirms the closing of an account and leaves it active',
  breaks: { aws: ['C19'], huawei: ['R71'] },
  alter: saying('closeAccount', (moment) => unwritten(decideAs(moment, {}))),
}
