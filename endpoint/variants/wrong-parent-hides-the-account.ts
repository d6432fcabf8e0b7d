import { refused } from '../../specs/model/decision.ts'
import { isParent } from '../../specs/model/tree.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { populated, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownVariant } from '../variant.ts'

/** Finds no account that is said to stand in another parent than its own. */
export const wrongParentHidesTheAccount: KnownVariant = {
  name: 'wrong-parent-hides-the-account',
  description: 'finds no account that is said to stand in another parent than its own',
  evidence: { aws: ['O72'] },
  alter: saying('moveAccount', (moment) => {
    const { account, from = '' } = moment.args
    const decision = decideAs(moment, {})
    const missed = decision.kind === 'refused' && decision.refusal === 'sourceParentNotFound'
    const organization = organizationOf(moment)
    return missed && organization !== undefined && isParent(organization, from)
      ? refused('accountNotFound', `account: ${account} is not in ${from}`)
      : decision
  }),
  seen: {
    at: async (visit) => {
      const { root, account } = await populated(visit)
      const to = await unitIn(visit, root, 'Other')
      return (await visit.boss.moveAccount({ account, from: root, to })).came
    },
    quiet: 'sourceParentNotFound',
    varied: 'accountNotFound',
  },
}
