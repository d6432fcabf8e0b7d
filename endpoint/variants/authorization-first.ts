import { founded } from '../fault-kit/arrange.ts'
import { authorizing } from '../variant-kit/authorizing.ts'
import type { KnownVariant } from '../variant.ts'

/** Looks at who asks before it looks at what is asked. */
export const authorizationFirst: KnownVariant = {
  name: 'authorization-first',
  description: 'looks at who asks before it looks at what is asked',
  evidence: { aws: ['O94', 'O148'], huawei: ['H1'], tencent: ['T24'] },
  alter: authorizing,
  seen: {
    at: async (visit) => {
      const operation = visit.vendor.dialect.createUnit?.operation ?? ''
      await visit.boss.getOrganization({})
      const outside = await visit.send(operation, {})
      await founded(visit)
      return [outside, await visit.send(operation, {})]
    },
    quiet: ['invalid.required', 'invalid.required'],
    varied: ['notInOrganization', 'invalid.required'],
  },
}
