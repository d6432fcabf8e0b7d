import { saying } from '../variant-kit/other-words.ts'
import type { KnownVariant } from '../variant.ts'

/** Classes whose sub-codes changed from version to version. */
const classes = ['FailedOperation', 'ResourceNotFound', 'ResourceInUse', 'LimitExceeded']

/** Says the class of a code alone. */
export const bareCodes: KnownVariant = {
  name: 'bare-codes',
  description: 'says the class of a code alone, without what stands behind its point',
  evidence: { tencent: ['T24'] },
  differences: [
    {
      checks: ['*/code'],
      to: 'warn',
      because: 'the class alone says less than the documented code',
    },
    {
      checks: ['scenario/*-limit/*/code', 'scenario/unit-move/too-deep-is-refused/code'],
      to: 'NO_QUOTA',
      because: 'the class alone does not say which number is reached',
    },
    {
      checks: ['model/*/refusal'],
      to: 'SETUP_FAILED',
      because: 'a class alone is no code that is told apart',
    },
    { checks: ['*/code'], to: 'service', because: 'the bare class is seen of the service' },
  ],
  // the class alone does not say which number is reached
  hides: ['deleted-units-count', 'departed-accounts-count', 'half-the-room'],
  alter: saying((_, { code }) => {
    const [kind = ''] = code.split('.')
    return classes.includes(kind) ? { code: kind } : undefined
  }),
  seen: {
    at: async (visit) => {
      const { body } = (await visit.boss.getOrganization({})).answer
      return body.includes('"ResourceNotFound"')
    },
    quiet: false,
    varied: true,
  },
}
