import { founded } from '../fault-kit/arrange.ts'
import { endingListsWith } from '../variant-kit/last-token.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers null for a token at the end of a list. */
export const nullForLastToken: KnownVariant = {
  name: 'null-for-last-token',
  description: 'answers null for the token at the end of a list',
  evidence: {
    aws: ['Smithy paginated trait, a token that is not there ends the list'],
  },
  alter: endingListsWith(null),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { answer } = await visit.boss.listAccounts({})
      return /"(?:NextToken|next_marker)":null/u.test(answer.body)
    },
    quiet: false,
    varied: true,
  },
}
