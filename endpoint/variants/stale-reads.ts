import { isRead, lookingBack } from '../variant-kit/past-worlds.ts'
import type { KnownVariant } from '../variant.ts'

const furthest = 300

/** Shows every reader the world as it was up to 300 milliseconds ago, each another past. */
export const staleReads: KnownVariant = {
  name: 'stale-reads',
  description: 'shows every reader the world as it was up to 300 milliseconds ago',
  evidence: {
    aws: ['O38', 'O39', 'O103', 'O104'],
    huawei: ['H35'],
    tencent: ['T22'],
  },
  // an organization that was just founded is not known to whoever reads how a creation ended
  hides: ['full-organization-creates'],
  alter: lookingBack({ reads: isRead, age: ({ random }) => random() * furthest, furthest }),
  seen: {
    at: async ({ boss, wait }) => {
      await boss.createOrganization({})
      const soon = (await boss.getOrganization({})).came
      wait(furthest)
      return [soon, (await boss.getOrganization({})).came]
    },
    quiet: ['done', 'done'],
    varied: ['notInOrganization', 'done'],
  },
}
