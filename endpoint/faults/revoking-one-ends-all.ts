import { done } from '../../specs/model/decision.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import type { KnownFault } from '../fault.ts'

/** Lets no endpoint in any more when one of them loses its right. */
export const revokingOneEndsAll: KnownFault = {
  name: 'revoking-one-ends-all',
  description: 'lets no endpoint in any more when one of them loses its right',
  breaks: { codearts: ['R171'] },
  alter: saying('revokeEndpoints', (moment) => {
    const decision = decideAs(moment, {})
    const { endpoints = [] } = moment.args
    if (decision.kind === 'refused' || endpoints.length === 0) return decision
    return done(decision.result, { endpoints: [{ account: moment.command.caller, left: [] }] })
  }),
  seen: {
    at: async ({ boss, vendor }) => {
      const [one = '', other = ''] = vendor.profile.endpoints ?? []
      await boss.revokeEndpoints({ endpoints: [{ endpoint: one }] })
      return (await boss.revokeEndpoints({ endpoints: [{ endpoint: other }] })).came
    },
    right: 'done',
    wrong: 'endpointNotFound',
  },
}
