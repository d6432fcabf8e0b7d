import { populated } from '../fault-kit/arrange.ts'
import { writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Takes the tags of an account away when it moves. */
export const movingClearsTags: KnownFault = {
  name: 'moving-clears-tags',
  description: 'takes the tags of an account away when it moves',
  breaks: { aws: ['K22', 'K23'], huawei: ['N44', 'N45'] },
  alter: writing('moveAccount', (written, { args: { account } }) => ({
    ...written,
    tags: new Map([...written.tags].filter(([resource]) => resource !== account)),
  })),
  seen: {
    at: async (visit) => {
      const { root, unit, account } = await populated(visit)
      await visit.boss.tagResource({ resource: account, tags: [{ key: 'a', value: '1' }] })
      await visit.boss.moveAccount({ account, from: unit, to: root })
      return (await visit.boss.listTags({ resource: account })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
