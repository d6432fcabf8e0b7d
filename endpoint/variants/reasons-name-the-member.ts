import { hugePageAsked, shownOnAPageOfOne } from '../fault-kit/arrange.ts'
import { saying } from '../variant-kit/other-words.ts'
import type { KnownVariant } from '../variant.ts'

/** Says behind a reason which member is wrong. */
export const reasonsNameTheMember: KnownVariant = {
  name: 'reasons-name-the-member',
  description: 'says behind a reason which member is wrong',
  evidence: { aws: ['O114', 'O115'] },
  alter: saying(({ refusal, detail }, { reason }) => {
    const [member = ''] = detail.split(':')
    return refusal.startsWith('invalid.') && reason !== undefined
      ? { reason: `${reason}:${wordOf(member)}` }
      : undefined
  }),
  seen: {
    at: async (visit) => {
      await shownOnAPageOfOne(visit)
      const { answer } = await visit.boss.listAccounts({ size: 1000 })
      return [await hugePageAsked(visit), answer.body.includes(':MAX_RESULTS')]
    },
    quiet: ['invalid.maximum', false],
    varied: ['another code', true],
  },
}

/** A member of the wire as the reasons spell it: `MaxResults` is MAX_RESULTS. */
const wordOf = (member: string): string =>
  member
    .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '_')
    .replaceAll('/', '_')
    .toUpperCase()
