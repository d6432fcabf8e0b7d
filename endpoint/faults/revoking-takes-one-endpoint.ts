import { decideAs, decideWith, saying } from '../fault-kit/alter-decide.ts'
import type { KnownFault } from '../fault.ts'

/** Takes the right from the first of several endpoints and confirms all. */
export const revokingTakesOneEndpoint: KnownFault = {
  name: 'revoking-takes-one-endpoint',
  description: 'takes the right from the first of several endpoints and confirms all',
  breaks: { codearts: ['R171'] },
  alter: saying('revokeEndpoints', (moment) => {
    const { endpoints = [] } = moment.args
    const whole = decideAs(moment, {})
    const first = decideWith(moment, { endpoints: endpoints.slice(0, 1) })
    if (whole.kind === 'refused' || first.kind === 'refused') return whole
    return { ...whole, changes: first.changes }
  }),
  seen: {
    at: async ({ boss, vendor }) => {
      const [one = '', other = ''] = vendor.profile.endpoints ?? []
      await boss.revokeEndpoints({ endpoints: [{ endpoint: one }, { endpoint: other }] })
      return (await boss.revokeEndpoints({ endpoints: [{ endpoint: other }] })).came
    },
    right: 'endpointNotFound',
    wrong: 'done',
  },
}
