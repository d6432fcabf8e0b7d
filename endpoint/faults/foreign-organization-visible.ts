import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** the verbs that describe one thing */
const kinds = { getAccount: true, getUnit: true, getPolicy: true }

/** Describes accounts, units and policies of other organizations. */
export const foreignOrganizationVisible: KnownFault = {
  name: 'foreign-organization-visible',
  description: 'describes accounts, units and policies of other organizations',
  breaks: { aws: ['K1'], huawei: ['R49', 'R67', 'R127'], tencent: ['R14'] },
  alter: forgiving(['accountNotFound', 'unitNotFound', 'policyNotFound'], (moment) => {
    const { verb, args } = moment.command
    const id =
      verb in kinds ? Object.values(args).find((part) => typeof part === 'string') : undefined
    const owner = [...moment.world.organizations.values()].find((organization) =>
      [organization.members, organization.units, organization.policies].some((map) =>
        map.has(id ?? ''),
      ),
    )
    return decideAs(moment, owner === undefined ? {} : { caller: owner.management })
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.third.createOrganization({})
      return (await visit.boss.getAccount({ account: visit.third.id })).came
    },
    right: 'accountNotFound',
    wrong: 'done',
  },
}
