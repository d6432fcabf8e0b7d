import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Refuses a member that switches a policy type on and switches it on all the same. */
export const refusedMemberSwitchesTypes: KnownFault = {
  name: 'refused-member-switches-types',
  description: 'refuses a member that switches a policy type on and switches it on all the same',
  breaks: { aws: ['K4'] },
  alter: saying('enablePolicyType', (moment) => {
    const decision = moment.decide(moment.world, moment.command, moment.context)
    if (decision.kind === 'done' || decision.refusal !== 'accessDenied') return decision
    const owner = organizationOf(moment)?.management
    const switched = decideAs(moment, owner === undefined ? {} : { caller: owner })
    return 'changes' in switched ? { ...decision, changes: switched.changes } : decision
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await joined(visit)
      const { done } = await visit.guest.enablePolicyType({ root, type: 'tag' })
      const [first] = (await visit.boss.listRoots({})).result.items
      return [done, first?.policyTypes?.some(({ type }) => type === 'tag')]
    },
    right: [false, false],
    wrong: [false, true],
  },
}
