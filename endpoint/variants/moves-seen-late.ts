import type { MemberRecord, OrganizationRecord } from '../../specs/model/world.ts'
import { kindAbove, populated } from '../fault-kit/arrange.ts'
import { lagging } from '../variant-kit/past-organizations.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 3000

/** Who was there stands where it stood. */
const whereTheyStood = (
  present: OrganizationRecord,
  { members: before }: OrganizationRecord,
): OrganizationRecord => {
  const stood = (member: MemberRecord): MemberRecord => ({
    ...member,
    parent: before.get(member.account)?.parent ?? member.parent,
  })
  const members = [...present.members].map(([id, member]) => [id, stood(member)] as const)
  return { ...present, members: new Map(members) }
}

/** Shows for three seconds that an account still stands where it was moved from. */
export const movesSeenLate: KnownVariant = {
  name: 'moves-seen-late',
  description: 'shows for three seconds that an account still stands where it was moved from',
  evidence: { aws: ['O38'], huawei: ['H35'] },
  alter: lagging({
    reads: ['listParents', 'listAccountsIn', 'listChildren', 'listNodes'],
    lag,
    look: whereTheyStood,
  }),
  seen: {
    at: async (visit) => {
      const { unit, root, account } = await populated(visit)
      visit.wait(lag)
      await visit.boss.moveAccount({ account, from: unit, to: root })
      const soon = await kindAbove(visit, account)
      visit.wait(lag)
      return [soon, await kindAbove(visit, account)]
    },
    quiet: ['root', 'root'],
    varied: ['unit', 'root'],
  },
}
