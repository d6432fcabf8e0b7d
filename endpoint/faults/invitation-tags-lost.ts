import { founded } from '../fault-kit/arrange.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Forgets the tags of an invitation. */
export const invitationTagsLost: KnownFault = {
  name: 'invitation-tags-lost',
  description: 'forgets the tags of an invitation',
  breaks: { aws: ['D10'], huawei: ['N36'] },
  alter: hearing('inviteAccount', () => ({ tags: undefined })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const target = { kind: 'account', id: visit.guest.id }
      const tags = [{ key: 'a', value: '1' }]
      const { result } = await visit.boss.inviteAccount({ target, tags })
      await visit.guest.acceptInvitation({ invitation: result.id })
      return (await visit.boss.listTags({ resource: visit.guest.id })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
