import { policyContent, policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { neverAgain } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Gives no policy the name that another one had before it was renamed. */
export const firstPolicyNamesStayTaken: KnownFault = {
  name: 'first-policy-names-stay-taken',
  description: 'gives no policy the name that another one had before it was renamed',
  breaks: { aws: ['E3', 'K13', 'K22'], huawei: ['R122', 'N19', 'N44'] },
  alter: neverAgain(
    {
      verb: 'updatePolicy',
      key: (moment) => {
        const organization = organizationOf(moment)
        const policy = organization?.policies.get(moment.args.policy)
        const { name = policy?.name } = moment.args
        return policy?.name === name ? undefined : `${organization?.id} ${policy?.name}`
      },
    },
    {
      verb: 'createPolicy',
      key: (moment) => `${organizationOf(moment)?.id} ${moment.args.name}`,
      refusal: 'policyNameTaken',
    },
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'One')
      await visit.boss.updatePolicy({ policy, name: 'Two' })
      const rest = { description: 'd', content: policyContent(visit, 'control') }
      return (await visit.boss.createPolicy({ name: 'One', type: 'control', ...rest })).came
    },
    right: 'done',
    wrong: 'policyNameTaken',
  },
}
