import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownVariant } from '../variant.ts'

const service = 'sso.amazonaws.com'

/** Trusts a service from the founding on, although nobody said so. */
export const trustedFromTheStart: KnownVariant = {
  name: 'trusted-from-the-start',
  description: 'trusts a service from the founding on, although nobody said so',
  evidence: { aws: ['O80'] },
  alter: saying('createOrganization', (moment) =>
    rewritten(decideAs(moment, {}), (founding) =>
      founding.features === 'all'
        ? { ...founding, services: new Map([[service, moment.context.now]]) }
        : founding,
    ),
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listTrustedServices({})).result.items.map((one) => one.service)
    },
    quiet: [],
    varied: [service],
  },
}
