import { draftPolicy } from '../../../actors/draft-policy.ts'
import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const quotaUse: Scenario = scenario({
  id: 'quota-use',
  title: 'What is used of a quota follows what is created and deleted',
  needs: ['quotas', 'units', 'policies'],
  checks: {
    'kinds-have-quotas': { title: 'Accounts, units and policies have quotas' },
    'creating-uses': { title: 'What is created is used of its quota' },
    'deleting-frees': { title: 'What is deleted is no longer used' },
  },
  async run({ actors, check, given, all, fresh, sample }) {
    // in an organization of its own: elsewhere others create and delete, too
    const owner = await actors.otherOwner()
    const { id: parent } = await actors.workspace(owner)
    const kinds = ['account', 'unit', 'policy']
    const used = async () => {
      const quotas = await all(owner, 'listQuotas', {})
      return kinds.map((kind) => quotas.find((quota) => quota.kind === kind)?.used)
    }
    const before = await used()
    check(
      'kinds-have-quotas',
      before.filter((count) => count === undefined),
      { equals: [] },
    )
    const [accounts = 0, units = 0, policies = 0] = before
    const unit = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const policy = given(await owner.createPolicy(draftPolicy({ fresh, sample }, 'control'))).id
    check('creating-uses', await used(), { equals: [accounts, units + 1, policies + 1] })
    given(await owner.deleteUnit({ unit }))
    given(await owner.deletePolicy({ policy }))
    check('deleting-frees', await used(), { equals: before })
  },
})
