import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Starts anew when a page token is not its own. */
export const foreignPageTokenAccepted: KnownFault = {
  name: 'foreign-page-token-accepted',
  description: 'starts anew when a page token is not its own',
  breaks: { aws: ['I4'], huawei: ['R23'] },
  alter: forgiving(['pageTokenInvalid'], (moment) => decideWith(moment, { token: undefined })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listAccounts({ token: 'nobody' })).came
    },
    right: 'pageTokenInvalid',
    wrong: 'done',
  },
}
