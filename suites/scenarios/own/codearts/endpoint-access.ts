import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const endpointAccess: Scenario = scenario({
  id: 'endpoint-access',
  title: 'A network endpoint loses its access once',
  needs: ['endpoint-access'],
  checks: {
    'endpoint-is-revoked': { title: 'The access of an endpoint is revoked' },
    'revoking-twice-is-refused': {
      title: 'Revoking twice is refused',
      refusal: 'endpointNotFound',
    },
    'unknown-is-refused': { title: 'An unknown endpoint is refused', refusal: 'endpointNotFound' },
    'others-keep-theirs': { title: 'Another endpoint keeps its access', axis: 'atomicity' },
  },
  async run({ actors, check, sample, unknown }) {
    const actor = await actors.standalone()
    const [one = '', other = ''] = sample.endpoints ?? []
    const revoke = (...names: readonly string[]) =>
      actor.revokeEndpoints({ endpoints: names.map((endpoint) => ({ endpoint })) })
    const asked = await revoke(other, unknown('endpoint'))
    check.done('endpoint-is-revoked', await revoke(one))
    check.refused('unknown-is-refused', asked)
    check.refused('revoking-twice-is-refused', await revoke(one))
    check.done('others-keep-theirs', await revoke(other))
  },
})
