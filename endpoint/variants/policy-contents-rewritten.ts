import { describedPolicy, rewrittenContents, spread } from '../variant-kit/policy-contents.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers the content of a policy as JSON that is equal, and written otherwise. */
export const policyContentsRewritten: KnownVariant = {
  name: 'policy-contents-rewritten',
  description:
    'answers the content of a policy with its members in another order, on lines of their own',
  evidence: {
    aws: ['O50', 'O106'],
    huawei: ['H50'],
  },
  alter: rewriting(() => ({ object: (object) => rewrittenContents(object, spread) })),
  seen: {
    at: async (visit) => /\{\\n {2}\\"/u.test((await describedPolicy(visit)).answer.body),
    quiet: false,
    varied: true,
  },
}
