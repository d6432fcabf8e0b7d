import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Empties the description of a policy when only its name changes. */
export const policyUpdateForgetsDescription: Fault = {
  name: 'policy-update-forgets-description',
  description: 'empties the description of a policy when only its name changes',
  breaks: { aws: ['E8'], huawei: ['R129'] },
  alter: saying('updatePolicy', (moment) =>
    decideWith(moment, { description: moment.args.description ?? '' }),
  ),
}
