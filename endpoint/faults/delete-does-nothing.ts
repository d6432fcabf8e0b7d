import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Confirms the deletion of a unit and keeps it. */
export const deleteDoesNothing: Fault = {
  name: 'delete-does-nothing',
  description: 'confirms the deletion of a unit and keeps it',
  breaks: { aws: ['K3'], huawei: ['R54', 'R131'] },
  alter: saying('deleteUnit', (moment) => unwritten(decideAs(moment, {}))),
}
