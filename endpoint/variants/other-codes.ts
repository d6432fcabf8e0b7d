import { oversizedCall } from '../fault-kit/any-call.ts'
import { founded } from '../fault-kit/arrange.ts'
import { coded, fitting, saying } from '../variant-kit/other-words.ts'
import type { KnownVariant } from '../variant.ts'

/** Says the last of the documented codes wherever several fit a mistake. */
export const otherCodes: KnownVariant = {
  name: 'other-codes',
  description: 'says the last of the documented codes wherever several fit a mistake',
  evidence: {
    aws: ['O28', 'O87', 'O115'],
    huawei: ['H1', 'H2'],
    tencent: ['T11', 'T12', 'T24'],
    codearts: ['C3', 'C5'],
  },
  alter: saying((refused, error, vendor) => {
    const last = fitting(vendor, refused).at(-1)
    return last && coded(vendor, last, error)
  }),
  seen: {
    at: async (visit) => {
      const { boss, speaks } = visit
      if (!speaks('createOrganization')) return (await oversizedCall(visit)).came === 'another code'
      await founded(visit)
      return (await boss.removeAccount({ account: boss.id })).came === 'another code'
    },
    quiet: false,
    varied: true,
  },
}
