import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownVariant } from '../variant.ts'

/** Founds organizations without any policy type enabled, and so without the built-in policy attached. */
export const foundingTypesOff: KnownVariant = {
  name: 'founding-types-off',
  description: 'founds organizations without any policy type enabled',
  // what an organization says of its types stays as it is: O34
  evidence: { aws: ['O1', 'O34', 'O35'], huawei: ['H4'] },
  differences: [
    {
      checks: ['scenario/organization-founding/control-type-is-enabled'],
      to: 'service',
      because: 'it founds as the real service does, not as the document says',
    },
  ],
  alter: saying('createOrganization', (moment) =>
    rewritten(decideAs(moment, {}), (founding) => ({
      ...founding,
      types: new Map(),
      attachments: new Map(),
    })),
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listRoots({})).result.items[0]?.policyTypes?.length ?? 0
    },
    quiet: 1,
    varied: 0,
  },
}
