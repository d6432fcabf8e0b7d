import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Forgets the tags of an invitation. */
export const invitationTagsLost: Fault = {
  name: 'invitation-tags-lost',
  description: 'forgets the tags of an invitation',
  breaks: { aws: ['D10'], huawei: ['R147'] },
  alter: saying('inviteAccount', (moment) => decideWith(moment, { tags: undefined })),
}
