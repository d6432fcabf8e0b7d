import { isRead, lookingBack } from '../variant-kit/past-worlds.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 2000

/** Shows what was written after two seconds. */
export const writesSeenLate: KnownVariant = {
  name: 'writes-seen-late',
  description: 'shows what was written after two seconds',
  evidence: { aws: ['O38', 'O39', 'O103', 'O104'], huawei: ['H35'], tencent: ['T22'] },
  // an organization that was just founded is not known to whoever reads how a creation ended
  hides: ['full-organization-creates'],
  alter: lookingBack({ reads: isRead, age: () => lag, furthest: lag }),
  seen: {
    at: async ({ boss, wait }) => {
      await boss.createOrganization({})
      const soon = (await boss.getOrganization({})).came
      wait(lag)
      return [soon, (await boss.getOrganization({})).came]
    },
    quiet: ['done', 'done'],
    varied: ['notInOrganization', 'done'],
  },
}
