import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Confirms the removal of an account and keeps it. */
export const removeKeepsMembership: Fault = {
  name: 'remove-keeps-membership',
  description: 'confirms the removal of an account and keeps it',
  breaks: { aws: ['C24'], huawei: ['R74'], tencent: ['A7'] },
  alter: saying('removeAccount', (moment) => unwritten(decideAs(moment, {}))),
}
