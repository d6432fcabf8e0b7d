import type { OrganizationRecord } from '../../specs/model/world.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { serviceOf } from '../fault-kit/arrange-services.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Keeps the trusted services of an organization that was dissolved for the next one of its founder. */
export const refoundingKeepsTrust: KnownFault = {
  name: 'refounding-keeps-trust',
  description: "keeps the services that a founder's last organization trusted for the next one",
  breaks: { aws: ['K22'], huawei: ['N44'] },
  alter: (steps) => {
    const kept = new Map<string, OrganizationRecord['services']>()
    const dissolving = saying('deleteOrganization', (moment) => {
      const organization = organizationOf(moment)
      const decision = decideAs(moment, {})
      if (decision.kind === 'done' && organization !== undefined) {
        kept.set(organization.management, organization.services)
      }
      return decision
    })
    const founding = saying('createOrganization', (moment) =>
      rewritten(decideAs(moment, {}), (written) => ({
        ...written,
        services: kept.get(written.management) ?? written.services,
      })),
    )
    return founding({ ...steps, ...dissolving(steps) })
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.enableServiceAccess({ service: serviceOf(visit) })
      await visit.boss.deleteOrganization({})
      await founded(visit)
      return (await visit.boss.listTrustedServices({})).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
