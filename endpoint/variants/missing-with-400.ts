import { serviceOf } from '../fault-kit/arrange-services.ts'
import { founded } from '../fault-kit/arrange.ts'
import { saying } from '../variant-kit/other-words.ts'
import type { KnownVariant } from '../variant.ts'

/** Codes that the document has with the status 404. */
const codes = ['Organizations.1500', 'Organizations.1900']

/** Answers 400 where a delegate or a trusted service is missing. */
export const missingWith400: KnownVariant = {
  name: 'missing-with-400',
  description: 'answers 400 where a delegate or a trusted service is missing',
  evidence: { huawei: ['H7', 'H8'] },
  alter: saying((_, { code }) => (codes.includes(code) ? { status: 400 } : undefined)),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const outcome = await visit.boss.disableServiceAccess({ service: serviceOf(visit) })
      return outcome.answer.status
    },
    quiet: 404,
    varied: 400,
  },
}
