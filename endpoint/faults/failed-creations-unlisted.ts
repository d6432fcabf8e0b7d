import { created, founded, minute } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves creations that failed out of the list of creations. */
export const failedCreationsUnlisted: KnownFault = {
  name: 'failed-creations-unlisted',
  description: 'leaves creations that failed out of the list of creations',
  breaks: { aws: ['C15'] },
  alter: listing('listAccountCreations', ({ state }) => state !== 'failed'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await created(visit)
      await visit.boss.createAccount({ name: 'Again', email: 'made@example.org' })
      visit.wait(minute)
      const { items } = (await visit.boss.listAccountCreations({})).result
      return items.map(({ state }) => state)
    },
    right: ['succeeded', 'failed'],
    wrong: ['succeeded'],
  },
}
