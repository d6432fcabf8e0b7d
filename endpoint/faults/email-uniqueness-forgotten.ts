import { decideIn, saying } from '../fault-kit/alter-decide.ts'
import { founded, created } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Creates accounts with an e-mail address that another account has. */
export const emailUniquenessForgotten: KnownFault = {
  name: 'email-uniqueness-forgotten',
  description: 'creates accounts with an e-mail address that another account has',
  breaks: { aws: ['C4'] },
  alter: saying('createAccount', (moment) =>
    decideIn(moment, { ...moment.world, emails: new Map() }),
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await created(visit)
      return (await created(visit)) === '' ? 'failed' : 'made'
    },
    right: 'failed',
    wrong: 'made',
  },
}
