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
    'each-named-is-refused': {
      title: 'Each of several endpoints loses its access',
      refusal: 'endpointNotFound',
    },
    'unknown-is-refused': { title: 'An unknown endpoint is refused', refusal: 'endpointNotFound' },
    'naming-none-takes-none': {
      title: 'Who names no endpoint takes the access of none',
      axis: 'atomicity',
    },
    'others-keep-theirs': { title: 'Another endpoint keeps its access', axis: 'atomicity' },
  },
  async run({ actors, check, sample, unknown }) {
    const actor = await actors.standalone()
    const [one = '', other = ''] = sample.endpoints ?? []
    const revoke = (...names: readonly string[]) => revokeAs(actor, ...names)
    const revokeAs = (who: typeof actor, ...names: readonly string[]) =>
      who.revokeEndpoints({ endpoints: names.map((endpoint) => ({ endpoint })) })
    const asked = await revoke(other, unknown('endpoint'))
    check.done('endpoint-is-revoked', await revoke(one))
    check.refused('unknown-is-refused', asked)
    check.refused('revoking-twice-is-refused', await revoke(one))
    check.done('others-keep-theirs', await revoke(other))
    // endpoints are each account's own: another one has both still
    const second = await actors.standalone()
    check.twin(second.id !== actor.id, 'there is another account')
    check.ensured('each-named-is-refused', await revokeAs(second, one, other))
    check.refused('each-named-is-refused', await revokeAs(second, other))
    const third = await actors.standalone()
    check.twin(third.id !== second.id, 'there is a third account')
    // whether it is refused or not: what is left afterwards is asked about
    await third.revokeEndpoints({})
    check.done('naming-none-takes-none', await revokeAs(third, one, other))
  },
})
