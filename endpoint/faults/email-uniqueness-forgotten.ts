import { decideIn, saying } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Creates accounts with an e-mail address that another account has. */
export const emailUniquenessForgotten: Fault = {
  name: 'email-uniqueness-forgotten',
  description: 'creates accounts with an e-mail address that another account has',
  breaks: { aws: ['C4'] },
  alter: saying('createAccount', (moment) =>
    decideIn(moment, { ...moment.world, emails: new Map() }),
  ),
}
