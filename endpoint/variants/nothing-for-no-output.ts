import { founded } from '../fault-kit/arrange.ts'
import { isMute } from '../variant-kit/is-mute.ts'
import { framing } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers operations without output with an empty body. */
export const nothingForNoOutput: KnownVariant = {
  name: 'nothing-for-no-output',
  description: 'answers operations without output with an empty body',
  evidence: {
    aws: ['O52', 'O161'],
  },
  alter: framing((answer, heard, { vendor }) =>
    answer.status < 400 && heard !== undefined && isMute(vendor, heard.operation)
      ? { ...answer, body: '' }
      : answer,
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.deleteOrganization({})).answer.body
    },
    quiet: '{}',
    varied: '',
  },
}
