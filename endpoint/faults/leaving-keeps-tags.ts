import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Keeps the tags of an account that was removed. */
export const leavingKeepsTags: KnownFault = {
  name: 'leaving-keeps-tags',
  description: 'keeps the tags of an account that was removed',
  breaks: { aws: ['C31'] },
  alter: saying('removeAccount', (moment) => {
    const tags = organizationOf(moment)?.tags
    return rewritten(decideAs(moment, {}), (written) => ({ ...written, ...(tags && { tags }) }))
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      await visit.boss.tagResource({ resource: account, tags: [{ key: 'a', value: '1' }] })
      await visit.boss.removeAccount({ account })
      await joined(visit)
      return (await visit.boss.listTags({ resource: account })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
