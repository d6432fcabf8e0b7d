import { joined } from '../fault-kit/arrange.ts'
import { letting } from '../fault-kit/letting.ts'
import type { KnownFault } from '../fault.ts'

/** Lets every member start the migration to all features. */
export const memberStartsMigration: KnownFault = {
  name: 'member-starts-migration',
  description: 'lets every member start the migration to all features',
  breaks: { aws: ['J3'] },
  alter: letting(['enableAllFeatures']),
  seen: {
    at: async (visit) => {
      await visit.boss.createOrganization({ features: 'billing' })
      await joined(visit)
      return (await visit.guest.enableAllFeatures({})).came
    },
    right: 'accessDenied',
    wrong: 'done',
  },
}
