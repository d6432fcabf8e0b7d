import { founded, joined } from '../fault-kit/arrange.ts'
import { letting } from '../fault-kit/letting.ts'
import type { KnownFault } from '../fault.ts'

/** Lets every member read what became of account creations. */
export const memberReadsCreations: KnownFault = {
  name: 'member-reads-creations',
  description: 'lets every member read what became of account creations',
  breaks: { aws: ['J3'], huawei: ['R63'] },
  alter: letting(['getAccountCreation']),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      const { boss, guest } = visit
      const asked = await boss.createAccount({ name: 'Made', email: 'made@example.org' })
      return (await guest.getAccountCreation({ creation: asked.result.id })).came
    },
    right: 'accessDenied',
    wrong: 'done',
  },
}
