import { founded, unitIn } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms the deletion of a unit and keeps it. */
export const deleteDoesNothing: KnownFault = {
  name: 'delete-does-nothing',
  description: 'confirms the deletion of a unit and keeps it',
  breaks: { aws: ['K3'], huawei: ['R54', 'R131'] },
  alter: confirming('deleteUnit'),
  seen: {
    at: async (visit) => {
      const unit = await unitIn(visit, await founded(visit), 'Doomed')
      await visit.boss.deleteUnit({ unit })
      return (await visit.boss.getUnit({ unit })).came
    },
    right: 'unitNotFound',
    wrong: 'done',
  },
}
