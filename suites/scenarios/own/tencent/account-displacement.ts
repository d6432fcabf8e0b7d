import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const accountDisplacement: Scenario = scenario({
  id: 'account-displacement',
  title: 'An account is taken out of its unit',
  needs: ['account-displacement', 'account-move', 'account-listing', 'units'],
  checks: {
    'stands-in-the-root': { title: 'An account taken out of its unit stands in the root' },
    'left-the-unit': { title: 'An account taken out of its unit has left it' },
    'stays-a-member': { title: 'An account taken out of its unit stays a member' },
    'from-the-root-is-refused': {
      title: 'No account is taken out of the root',
      refusal: 'displaceFromRoot',
    },
    'from-unknown-is-refused': {
      title: 'No account is taken out of an unknown unit',
      refusal: 'unitNotFound',
    },
    'not-there-is-refused': {
      title: 'No account is taken out of a unit it is not in',
      refusal: 'accountNotInUnit',
    },
  },
  async run({ actors, check, given, all, fresh, unknown }) {
    const owner = await actors.owner()
    const root = await actors.root(owner)
    const { id: parent } = await actors.workspace(owner)
    const { id: account } = await actors.member(owner)
    const [home] = await all(owner, 'listParents', { child: account })
    const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('unit') }))
    const { id: other } = given(await owner.createUnit({ parent, name: fresh.name('other') }))
    given(await owner.moveAccount({ account, from: home?.id ?? root, to: unit }))
    check.refused(
      'from-unknown-is-refused',
      await owner.moveAccountToRoot({ account, from: unknown('unit') }),
    )
    check.refused('not-there-is-refused', await owner.moveAccountToRoot({ account, from: other }))
    check.twin(
      (await all(owner, 'listAccountsIn', { parent: unit })).some(({ id }) => id === account),
      'the refused stays where it stands',
    )
    given(await owner.moveAccountToRoot({ account, from: unit }))
    check('left-the-unit', await all(owner, 'listAccountsIn', { parent: unit }), {
      excludes: account,
    })
    check('stands-in-the-root', await all(owner, 'listAccountsIn', { parent: root }), {
      includes: account,
    })
    check('stays-a-member', await all(owner, 'listAccounts', {}), { includes: account })
    check.refused(
      'from-the-root-is-refused',
      await owner.moveAccountToRoot({ account, from: root }),
    )
  },
})
