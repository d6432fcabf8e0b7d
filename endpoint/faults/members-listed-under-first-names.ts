import { founded, joined } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Lists members under the names that they were invited with. */
export const membersListedUnderFirstNames: KnownFault = {
  name: 'members-listed-under-first-names',
  description: 'lists members under the names that they were invited with',
  breaks: { tencent: ['A19', 'R26'] },
  alter: (steps) => {
    const first = new Map<string, string>()
    const inviting = noticing('inviteAccount', ({ args: { target, name } }) => {
      if (name !== undefined) first.set(target.id, name)
    })
    const listing = telling('listAccounts', (page) => ({
      ...page,
      items: page.items.map((account) => {
        const name = first.get(account.id)
        return name === undefined ? account : { ...account, name }
      }),
    }))
    return altering(inviting, listing)(steps)
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      await visit.boss.updateAccount({ account, name: 'Another' })
      const { items } = (await visit.boss.listAccounts({})).result
      return items.find(({ id }) => id === account)?.name === 'Another'
    },
    right: true,
    wrong: false,
  },
}
