import { done } from '../../specs/model/decision.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import type { KnownFault } from '../fault.ts'

/** Lets no endpoint in any more where none is named that loses its right. */
export const namingNoneEndsAll: KnownFault = {
  name: 'naming-none-ends-all',
  description: 'lets no endpoint in any more where none is named that loses its right',
  breaks: { codearts: ['R171'] },
  alter: saying('revokeEndpoints', (moment) => {
    const decision = decideAs(moment, {})
    if (decision.kind === 'refused' || moment.args.endpoints !== undefined) return decision
    return done(decision.result, { endpoints: [{ account: moment.command.caller, left: [] }] })
  }),
  seen: {
    at: async ({ boss, vendor }) => {
      const [endpoint = ''] = vendor.profile.endpoints ?? []
      await boss.revokeEndpoints({})
      return (await boss.revokeEndpoints({ endpoints: [{ endpoint }] })).came
    },
    right: 'done',
    wrong: 'endpointNotFound',
  },
}
