import { resourceDocument } from '../../../actors/resource-document.ts'
import { askDenied, denied } from '../../../dsl/denied.ts'
import { scenario, type Scenario } from '../../../dsl/scenario.ts'
import { untrustedServices } from '../../../dsl/untrusted-services.ts'

export const delegateResourcePolicy: Scenario = scenario({
  id: 'delegate-resource-policy',
  title: 'A delegate reads the resource policy and leaves it alone',
  needs: ['resource-policy', 'delegated-administrators', 'trusted-services'],
  checks: {
    'delegate-reads-resource-policy': {
      title: 'A delegate reads the resource policy',
      axis: 'authorization',
    },
    'delegate-cannot-put-resource-policy': denied('A delegate cannot put the resource policy'),
    'delegate-cannot-delete-resource-policy': denied(
      'A delegate cannot delete the resource policy',
    ),
  },
  async run({ actors, check, given, sample }) {
    const owner = await actors.owner()
    const delegate = await actors.member(owner)
    const { id: account } = delegate
    const [service] = await untrustedServices({ given, sample }, owner)
    given(await owner.enableServiceAccess({ service }))
    given(await owner.registerDelegate({ account, service }))
    const content = resourceDocument(sample, account)
    given(await owner.putResourcePolicy({ content }))
    check.done('delegate-reads-resource-policy', await delegate.getResourcePolicy())
    await askDenied(
      { check, given },
      { stranger: delegate, entitled: owner },
      {
        'delegate-cannot-put-resource-policy': (actor) => actor.putResourcePolicy({ content }),
        'delegate-cannot-delete-resource-policy': (actor) => actor.deleteResourcePolicy(),
      },
    )
  },
})
