import { done } from '../../specs/model/decision.ts'
import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import { builtinPolicy } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Accepts changes of the policy that is the vendor's own, and forgets them. */
export const builtinPolicyEditable: KnownFault = {
  name: 'builtin-policy-editable',
  description: "accepts changes of the policy that is the vendor's own, and forgets them",
  breaks: { aws: ['E9'], huawei: ['R126'] },
  alter: forgiving(['policyBuiltin'], (moment) => {
    const { verb, args } = moment.command
    return verb === 'updatePolicy'
      ? decideWith({ ...moment, command: { ...moment.command, verb: 'getPolicy', args } }, {})
      : done({})
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.updatePolicy({ policy: builtinPolicy(visit), name: 'Mine' })).came
    },
    right: 'policyBuiltin',
    wrong: 'done',
  },
}
