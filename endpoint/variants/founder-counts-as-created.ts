import type { OrganizationRecord } from '../../specs/model/world.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownVariant } from '../variant.ts'

const created = (founding: OrganizationRecord): OrganizationRecord => ({
  ...founding,
  members: new Map(
    [...founding.members].map(([id, member]) => [id, { ...member, joinedBy: 'created' }]),
  ),
})

/** Says of whoever founds an organization that the organization created it. */
export const founderCountsAsCreated: KnownVariant = {
  name: 'founder-counts-as-created',
  description: 'says of whoever founds an organization that the organization created it',
  evidence: { huawei: ['H21'] },
  alter: saying('createOrganization', (moment) => rewritten(decideAs(moment, {}), created)),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.getAccount({ account: visit.boss.id })).result.joinedBy
    },
    quiet: 'invited',
    varied: 'created',
  },
}
