import { isObject, type Json } from '../../specs/contract/json.ts'
import { resourcePolicyPut } from '../fault-kit/arrange-policies.ts'
import { telling } from '../variant-kit/other-answers.ts'
import type { KnownVariant } from '../variant.ts'

/** The document without spaces, as it is written when nobody cares. */
const minified = (text: string): string => JSON.stringify(JSON.parse(text) as Json)

/** Keeps the organization's own policy without its spaces. */
export const resourcePoliciesRewritten: KnownVariant = {
  name: 'resource-policies-rewritten',
  description: "keeps the organization's own policy without its spaces",
  evidence: { aws: ['O106', 'O149'] },
  alter: telling(['DescribeResourcePolicy', 'PutResourcePolicy'], (output) => {
    const { ResourcePolicy: policy = null } = output
    const content = isObject(policy) ? policy['Content'] : undefined
    if (!isObject(policy) || typeof content !== 'string') return output
    return { ...output, ResourcePolicy: { ...policy, Content: minified(content) } }
  }),
  seen: {
    at: async (visit) => {
      await resourcePolicyPut(visit)
      await visit.boss.putResourcePolicy({ content: '{ "Version": "2012-10-17" }' })
      return (await visit.boss.getResourcePolicy({})).result.content
    },
    quiet: '{ "Version": "2012-10-17" }',
    varied: '{"Version":"2012-10-17"}',
  },
}
