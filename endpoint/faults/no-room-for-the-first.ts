import { refused } from '../../specs/model/decision.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

const quotas: Readonly<Partial<Record<Verb, RefusalName>>> = {
  createUnit: 'unitCountExceeded',
  createPolicy: 'policyCountExceeded',
  inviteAccount: 'accountCountExceeded',
  createAccount: 'accountCountExceeded',
}

/** Says of whatever is to be made that there are too many, also of the first. */
export const noRoomForTheFirst: KnownFault = {
  name: 'no-room-for-the-first',
  description: 'refuses to make the first of anything, since there are too many',
  breaks: {
    aws: ['endpoint/aws/quotas-leave-room'],
    huawei: ['endpoint/huawei/quotas-leave-room'],
    tencent: ['endpoint/tencent/quotas-leave-room'],
  },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      const quota = quotas[command.verb]
      return decision.kind === 'done' && quota !== undefined
        ? refused(quota, 'target: it has too many')
        : decision
    },
  }),
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      return (await visit.boss.createUnit({ parent, name: 'One' })).came
    },
    right: 'done',
    wrong: 'unitCountExceeded',
  },
}
