import { founded } from '../fault-kit/arrange.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Forgets the notes of an invitation. */
export const invitationNotesLost: KnownFault = {
  name: 'invitation-notes-lost',
  description: 'forgets the notes of an invitation',
  breaks: { aws: ['K10'], huawei: ['R82'] },
  alter: hearing('inviteAccount', () => ({ notes: undefined })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const target = { kind: 'account', id: visit.guest.id }
      const { result } = await visit.boss.inviteAccount({ target, notes: 'come in' })
      return result.details?.some(({ kind }) => kind === 'notes')
    },
    right: true,
    wrong: false,
  },
}
