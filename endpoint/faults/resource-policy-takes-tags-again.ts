import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Accepts tags on a resource policy that is there already. */
export const resourcePolicyTakesTagsAgain: Fault = {
  name: 'resource-policy-takes-tags-again',
  description: 'accepts tags on a resource policy that is there already',
  breaks: { aws: ['F3'] },
  alter: forgiving(['resourcePolicyTagged'], (moment) => decideWith(moment, { tags: undefined })),
}
