import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Goes on with the list of whoever a page token was given to. */
export const tokensFitEveryCaller: KnownFault = {
  name: 'tokens-fit-every-caller',
  description: 'goes on with the list of whoever a page token was given to',
  breaks: { aws: ['K1'], huawei: ['N15'] },
  alter: forgiving(['pageTokenInvalid'], (moment) => {
    const owners = [...moment.world.organizations.values()].map(({ management }) => management)
    const decisions = owners.map((caller) => decideAs(moment, { caller }))
    return decisions.find(({ kind }) => kind === 'done') ?? decideAs(moment, {})
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      await visit.third.createOrganization({})
      const { next: token } = (await visit.boss.listAccounts({ size: 1 })).result
      const outcome = await visit.third.listAccounts({ size: 1, ...(token && { token }) })
      return outcome.done ? outcome.result.items.map(({ id }) => id === visit.guest.id) : 'refused'
    },
    right: 'refused',
    wrong: [true],
  },
}
