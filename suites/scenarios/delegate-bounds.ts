import type { Actor } from '../actors/actor.ts'
import { scenario, type Scenario, type Scene } from '../dsl/scenario.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'
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
  },
  async play(scene) {
    const { cast, check, given, all, limit, offered } = scene
    const owner = await cast.owner()
    const [service, other] = await untrustedServices(scene, owner)
    given(await owner.enableServiceAccess({ service }))
    given(await owner.enableServiceAccess({ service: other }))
    const { id: one } = await cast.member(owner)
    // the twin: the account that is refused below administers another service
    given(await owner.registerDelegate({ account: one, service: other }))
    check.refused(
      'management-is-refused',
      await owner.registerDelegate({ account: owner.id, service }),
    )
    if (!offered('delegate-limit')) return
    const most = limit('delegatesPerService', 3)
    const accounts: string[] = []
    while (accounts.length < most) accounts.push(await nextMember(scene, owner))
    for (const account of accounts) given(await owner.registerDelegate({ account, service }))
    check.refused(
      'one-too-many-is-refused',
      await owner.registerDelegate({ account: one, service }),
    )
    const listed = (await all(owner, 'listDelegates', { service })).map(({ id }) => id)
    check('refused-is-unlisted', listed.toSorted(), { equals: accounts.toSorted() })
  },
})

/** One member more; where only one is given, another is invited. */
const nextMember = async (
  { cast, invited }: Pick<Scene<string>, 'cast' | 'invited'>,
  owner: Actor,
): Promise<string> => {
  try {
    return (await cast.member(owner)).id
  } catch (error) {
    if (error instanceof Unmet && error.reason === 'NO_PRINCIPAL') return (await invited(owner)).id
    throw error
  }
}
