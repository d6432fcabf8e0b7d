import type { Root } from '../../specs/vocabulary/nouns.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownVariant } from '../variant.ts'

/** Goes on to list a policy type that was switched off, as disabled. */
export const disabledTypesListed: KnownVariant = {
  name: 'disabled-types-listed',
  description: 'goes on to list a policy type that was switched off, as disabled',
  evidence: { huawei: ['H4', 'H5'] },
  alter: telling('listRoots', (page, moment) => {
    const types = [...(organizationOf(moment)?.types ?? [])]
    const off = types.flatMap(([type, { enabled, settlesAt }]) =>
      !enabled && moment.context.now >= settlesAt ? [{ type, status: 'disabled' }] : [],
    )
    const whole = (root: Root): Root => ({
      ...root,
      policyTypes: [...(root.policyTypes ?? []), ...off],
    })
    return { ...page, items: page.items.map(whole) }
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      await visit.boss.disablePolicyType({ root, type: 'tag' })
      const [one] = (await visit.boss.listRoots({})).result.items
      return one?.policyTypes?.find(({ type }) => type === 'tag')?.status ?? 'not listed'
    },
    quiet: 'not listed',
    varied: 'disabled',
  },
}
