import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Forgets the notes of an invitation. */
export const invitationNotesLost: Fault = {
  name: 'invitation-notes-lost',
  description: 'forgets the notes of an invitation',
  breaks: { aws: ['K10'], huawei: ['R82'] },
  alter: saying('inviteAccount', (moment) => decideWith(moment, { notes: undefined })),
}
