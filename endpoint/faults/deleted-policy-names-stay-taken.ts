import { policyContent, policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { neverAgain } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Gives the name of a policy that was deleted to no other one. */
export const deletedPolicyNamesStayTaken: KnownFault = {
  name: 'deleted-policy-names-stay-taken',
  description: 'gives the name of a deleted policy to no other one',
  breaks: { aws: ['E3', 'K13', 'K22'], huawei: ['R122', 'N19', 'N44'] },
  alter: neverAgain(
    {
      verb: 'deletePolicy',
      key: (moment) => {
        const organization = organizationOf(moment)
        return `${organization?.id} ${organization?.policies.get(moment.args.policy)?.name}`
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
      await visit.boss.deletePolicy({ policy: await policyNamed(visit, 'One') })
      const rest = { description: 'd', content: policyContent(visit, 'control') }
      return (await visit.boss.createPolicy({ name: 'One', type: 'control', ...rest })).came
    },
    right: 'done',
    wrong: 'policyNameTaken',
  },
}
