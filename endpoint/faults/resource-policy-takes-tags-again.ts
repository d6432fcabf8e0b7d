import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, tagsOf } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Accepts tags on a resource policy that is there already. */
export const resourcePolicyTakesTagsAgain: KnownFault = {
  name: 'resource-policy-takes-tags-again',
  description: 'accepts tags on a resource policy that is there already',
  breaks: { aws: ['F3'] },
  alter: forgiving(['resourcePolicyTagged'], (moment) => decideWith(moment, { tags: undefined })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { boss, vendor } = visit
      const content = (vendor.profile.resourcePolicyContent ?? '').replaceAll('{account}', boss.id)
      await boss.putResourcePolicy({ content })
      return (await boss.putResourcePolicy({ content, tags: tagsOf(1) })).came
    },
    right: 'resourcePolicyTagged',
    wrong: 'done',
  },
}
