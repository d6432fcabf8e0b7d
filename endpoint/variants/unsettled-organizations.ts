import { founded } from '../fault-kit/arrange.ts'
import { refusingNowAndThen } from '../variant-kit/refusing.ts'
import type { KnownVariant } from '../variant.ts'

/** Refuses one write of a policy in twenty since the organization is still being set up: nobody declares that code there. */
export const unsettledOrganizations: KnownVariant = {
  name: 'unsettled-organizations',
  description: 'refuses one write in twenty because the organization is still being set up',
  evidence: {
    aws: ['O11'],
  },
  deliver: refusingNowAndThen(
    { aws: { code: 'FinalizingOrganizationException', status: 400 } },
    new Set(['CreatePolicy', 'AttachPolicy', 'PutResourcePolicy', 'CreateAccount']),
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const bodies = []
      for (let count = 0; count < 100; count += 1) {
        const { answer } = await visit.boss.createAccount({ name: 'n', email: '?' })
        bodies.push(answer.body)
      }
      return bodies.some((body) => body.includes('FinalizingOrganizationException'))
    },
    quiet: false,
    varied: true,
  },
}
