import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import { resourcePolicyPut } from '../fault-kit/arrange-policies.ts'
import { tagsOf } from '../fault-kit/arrange-tags.ts'
import type { KnownFault } from '../fault.ts'

/** Accepts tags on a resource policy that is there already. */
export const resourcePolicyTakesTagsAgain: KnownFault = {
  name: 'resource-policy-takes-tags-again',
  description: 'accepts tags on a resource policy that is there already',
  breaks: { aws: ['F3'] },
  alter: forgiving(['resourcePolicyTagged'], (moment) => decideWith(moment, { tags: undefined })),
  seen: {
    at: async (visit) => {
      const content = await resourcePolicyPut(visit)
      return (await visit.boss.putResourcePolicy({ content, tags: tagsOf(1) })).came
    },
    right: 'resourcePolicyTagged',
    wrong: 'done',
  },
}
