import { joinByInvitation } from '../../../actors/membership.ts'
import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const accountClosingNeedsFeatures: Scenario = scenario({
  id: 'account-closing-needs-features',
  title: 'Closing an account needs all features',
  needs: ['account-closing', 'account-listing', 'feature-migration', 'invitations'],
  checks: {
    'billing-only-is-refused': {
      title: 'Nothing is closed in an organization that shares the bill',
      refusal: 'featuresMissing',
    },
    'account-stays-active': { title: 'The account stays active', axis: 'atomicity' },
  },
  async run({ actors, check, given, invited }) {
    const all = await actors.otherOwner()
    const twin = await invited(all)
    given(await all.closeAccount({ account: twin.id }))
    const owner = await actors.billingOwner()
    const { id: account } = await joinByInvitation(owner, await actors.standalone())
    check.refused('billing-only-is-refused', await owner.closeAccount({ account }))
    check('account-stays-active', given(await owner.getAccount({ account })).status, {
      equals: 'active',
    })
  },
})
