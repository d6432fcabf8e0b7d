import { founded } from '../fault-kit/arrange.ts'
import { isMute } from '../variant-kit/is-mute.ts'
import { framing } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers operations without output with null. */
export const nullForNoOutput: KnownVariant = {
  name: 'null-for-no-output',
  description: 'answers operations without output with null',
  evidence: {
    aws: [
      '@aws-sdk/client-organizations@3.670.0 de_DeleteOrganizationCommand, the body is not read',
    ],
  },
  alter: framing((answer, heard, { vendor }) =>
    answer.status < 400 && heard !== undefined && isMute(vendor, heard.operation)
      ? { ...answer, body: 'null' }
      : answer,
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.deleteOrganization({})).answer.body
    },
    quiet: '{}',
    varied: 'null',
  },
}
