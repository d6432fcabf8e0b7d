import { done } from '../../specs/model/decision.ts'
import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { created, founded } from '../fault-kit/arrange.ts'
import { homeless, organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Dissolves organizations all of whose members were created in them. */
export const organizationDissolvesWithCreatedMembers: KnownFault = {
  name: 'organization-dissolves-with-created-members',
  description: 'dissolves organizations all of whose members were created in them',
  breaks: { aws: ['A9'], huawei: ['R32'] },
  alter: forgiving(['organizationNotEmpty'], (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined) return decideAs(moment, {})
    const { id, management, members } = organization
    const others = [...members.values()].filter(({ account }) => account !== management)
    if (!others.every(({ joinedBy }) => joinedBy === 'created')) return decideAs(moment, {})
    const accounts = [...members.keys()].flatMap(
      (account) => homeless(moment.world, account).accounts.get(account) ?? [],
    )
    return done({}, { dissolved: [id], accounts })
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await created(visit)
      return (await visit.boss.deleteOrganization({})).came
    },
    right: 'organizationNotEmpty',
    wrong: 'done',
  },
}
