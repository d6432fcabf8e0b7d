import { areRefusedAlike, judgeRoom } from '../dsl/quota-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const delegateBounds: Scenario = scenario({
  id: 'delegate-bounds',
  title: 'Not every account administers a service, and not too many',
  needs: ['delegated-administrators', 'trusted-services'],
  checks: {
    'management-is-refused': {
      title: 'The management account is no delegated administrator',
      refusal: 'delegateManagement',
    },
    'one-too-many-is-refused': {
      title: 'One administrator too many is refused',
      refusal: 'delegateExists',
      needs: ['delegate-limit'],
    },
    'refused-is-unlisted': {
      title: 'Who was refused is not listed',
      axis: 'atomicity',
      needs: ['delegate-limit'],
    },
    'deregistered-makes-room': {
      title: 'Who is deregistered makes room for another',
      needs: ['delegate-limit'],
    },
  },
  async run(context) {
    const { actors, check, given, all, limit, offered } = context
    const owner = await actors.owner()
    const [service, other] = await untrustedServices(context, owner)
    given(await owner.enableServiceAccess({ service }))
    given(await owner.enableServiceAccess({ service: other }))
    const { id: one } = await actors.member(owner)
    // the twin: the account that is refused below administers another service
    given(await owner.registerDelegate({ account: one, service: other }))
    check.refused(
      'management-is-refused',
      await owner.registerDelegate({ account: owner.id, service }),
    )
    if (!offered('delegate-limit')) return
    const most = limit('delegatesPerService', 3)
    const accounts: string[] = []
    while (accounts.length < most) accounts.push((await actors.member(owner)).id)
    for (const account of accounts) given(await owner.registerDelegate({ account, service }))
    const refused = await owner.registerDelegate({ account: one, service })
    check.refused('one-too-many-is-refused', refused, { beyond: 'delegatesPerService' })
    const listed = (await all(owner, 'listDelegates', { service })).map(({ id }) => id)
    check('refused-is-unlisted', listed.toSorted(), { equals: accounts.toSorted() })
    const [first = ''] = accounts
    given(await owner.deregisterDelegate({ account: first, service }))
    const again = await owner.registerDelegate({ account: one, service })
    judgeRoom({ check }, 'deregistered-makes-room', {
      again,
      isFull: areRefusedAlike(refused, again),
    })
  },
})
