import { founded, joined } from '../fault-kit/arrange.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Clears what is noted about an account when no notes are given. */
export const unsaidNotesAreCleared: KnownFault = {
  name: 'unsaid-notes-are-cleared',
  description: 'clears what is noted about an account when no notes are given',
  breaks: { huawei: ['R69'] },
  alter: hearing('updateAccountNotes', ({ notes = '' }) => ({ notes })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      await visit.boss.updateAccountNotes({ account, notes: 'ours' })
      await visit.boss.updateAccountNotes({ account })
      return (await visit.boss.getAccount({ account })).result.notes
    },
    right: 'ours',
    // notes that are empty are none
    wrong: undefined,
  },
}
