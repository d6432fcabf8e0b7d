import { askDenied, denied } from '../dsl/denied.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const callerAuthorizationServices: Scenario = scenario({
  id: 'caller-authorization-services',
  title: 'A member may not trust services or delegate',
  needs: ['trusted-services', 'delegated-administrators'],
  checks: {
    'member-cannot-trust': denied('A member cannot trust a service'),
    'member-cannot-list-trusted': denied('A member cannot list trusted services'),
    'member-cannot-delegate': denied('A member cannot delegate a service'),
    'member-cannot-list-delegates': denied('A member cannot list delegated administrators'),
    'member-cannot-list-delegations': denied("A member cannot list an account's services"),
    'member-cannot-undelegate': denied('A member cannot end a delegation'),
    'member-cannot-distrust': denied('A member cannot distrust a service'),
  },
  async run({ actors, check, given, sample }) {
    const owner = await actors.owner()
    const [stranger, delegate] = [await actors.member(owner), await actors.delegate(owner)]
    const { id: account } = delegate
    check.twin(account !== stranger.id, 'two members can be had')
    const [service] = await untrustedServices({ given, sample }, owner)
    await askDenied(
      { check, given },
      { stranger, entitled: owner },
      {
        'member-cannot-trust': (actor) => actor.enableServiceAccess({ service }),
        'member-cannot-list-trusted': (actor) => actor.listTrustedServices(),
        'member-cannot-delegate': (actor) => actor.registerDelegate({ account, service }),
        'member-cannot-list-delegates': (actor) => actor.listDelegates(),
        'member-cannot-list-delegations': (actor) => actor.listDelegations({ account }),
        'member-cannot-undelegate': (actor) => actor.deregisterDelegate({ account, service }),
        'member-cannot-distrust': (actor) => actor.disableServiceAccess({ service }),
      },
    )
  },
})
