import { draftPolicy } from '../actors/draft-policy.ts'
import { checkPages, idOf, joins } from '../dsl/paging-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const pagesOfPoliciesJoin: Scenario = scenario({
  id: 'pages-of-policies-join',
  kind: 'law',
  title: 'Pages of policies, targets and attachments join to the whole',
  needs: ['policies', 'policy-attachment', 'units'],
  checks: {
    policies: joins('Pages of policies join to the whole'),
    'policies-on': joins("Pages of a target's policies join to the whole"),
    'targets-of': joins("Pages of a policy's targets join to the whole"),
  },
  async run({ actors, check, given, fresh, sample, switchedOn }) {
    const owner = await actors.owner()
    await switchedOn(owner, 'control')
    const { id: parent } = await actors.workspace(owner)
    const type = 'control'
    const make = async () =>
      given(await owner.createPolicy(draftPolicy({ fresh, sample }, type))).id
    const settle = async (noun: string) =>
      given(await owner.createUnit({ parent, name: fresh.name(noun) })).id
    const policies = [await make(), await make(), await make()]
    const units = [await settle('one'), await settle('two'), await settle('three')]
    const [policy = '', other = ''] = policies
    const [target = ''] = units
    for (const unit of units) given(await owner.attachPolicy({ policy, target: unit }))
    given(await owner.attachPolicy({ policy: other, target }))
    const context = { check, given }
    await checkPages(context, 'policies', {
      list: (paging) => owner.listPolicies({ type, ...paging }),
      nameOf: idOf,
      least: 3,
    })
    await checkPages(context, 'policies-on', {
      list: (paging) => owner.listPoliciesOn({ target, type, ...paging }),
      nameOf: idOf,
      least: 2,
    })
    await checkPages(context, 'targets-of', {
      list: (paging) => owner.listTargetsOf({ policy, ...paging }),
      nameOf: idOf,
      least: 3,
    })
  },
})
