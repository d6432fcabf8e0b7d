import { founded } from '../fault-kit/arrange.ts'
import { endingListsWith } from '../variant-kit/last-token.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers an empty text for a token at the end of a list. */
export const emptyLastToken: KnownVariant = {
  name: 'empty-last-token',
  description: 'answers an empty text for the token at the end of a list',
  evidence: {
    aws: ['Smithy paginated trait, a token that is not there ends the list'],
    huawei: ['H16'],
  },
  alter: endingListsWith(''),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { answer } = await visit.boss.listAccounts({})
      return /"(?:NextToken|next_marker)":""/u.test(answer.body)
    },
    quiet: false,
    varied: true,
  },
}
