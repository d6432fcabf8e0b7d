import { decideAs, decideWith, saying, type MomentOf } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { KnownFault } from '../fault.ts'

/** Lists on a target what is attached above it, too. */
export const inheritedPoliciesListed: KnownFault = {
  name: 'inherited-policies-listed',
  description: 'lists on a target what is attached above it, too',
  breaks: { aws: ['E30'], huawei: ['R128'] },
  alter: saying('listPoliciesOn', (moment) => {
    const own = decideAs(moment, {})
    const parent = parentOf(moment)
    if (own.kind === 'refused' || parent === undefined) return own
    const above = pageOf(decideWith(moment, { target: parent, token: undefined }))
    const page = pageOf(own)
    return { ...own, result: { ...page, items: [...(page?.items ?? []), ...(above?.items ?? [])] } }
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const target = await unitIn(visit, root)
      const policy = await policyNamed(visit, 'Above')
      await visit.boss.attachPolicy({ policy, target: root })
      const { items } = (await visit.boss.listPoliciesOn({ target, type: 'control' })).result
      return items.some(({ id }) => id === policy)
    },
    right: false,
    wrong: true,
  },
}

/** Where the target of a moment stands; undefined for a root. */
const parentOf = (moment: MomentOf<'listPoliciesOn'>): string | undefined => {
  const organization = organizationOf(moment)
  const { target } = moment.args
  return (organization?.units.get(target) ?? organization?.members.get(target))?.parent
}
