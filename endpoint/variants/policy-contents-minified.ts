import { contentIn, describedPolicy, rewrittenContents } from '../variant-kit/policy-contents.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers the content of a policy without white space. */
export const policyContentsMinified: KnownVariant = {
  name: 'policy-contents-minified',
  description: 'answers the content of a policy without white space',
  evidence: {
    aws: ['O50', 'O149', 'O166'],
    huawei: ['H50'],
  },
  alter: rewriting(() => ({
    object: (object) => rewrittenContents(object, (value) => JSON.stringify(value)),
  })),
  seen: {
    at: async (visit) => / |\\n/u.test(contentIn((await describedPolicy(visit)).answer.body)),
    quiet: true,
    varied: false,
  },
}
