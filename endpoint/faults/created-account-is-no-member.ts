import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { organizationOf, rewritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Reports a created account that nobody ever sees. */
export const createdAccountIsNoMember: Fault = {
  name: 'created-account-is-no-member',
  description: 'reports a created account that nobody ever sees',
  breaks: { aws: ['C3'], huawei: ['R57'] },
  alter: saying('createAccount', (moment) => {
    const members = organizationOf(moment)?.members
    return rewritten(decideAs(moment, {}), (written) => ({
      ...written,
      ...(members && { members }),
    }))
  }),
}
