import { checkLentToken } from '../dsl/lent-token.ts'
import { idOf } from '../dsl/paging-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const tokensLeadNowhereElse: Scenario = scenario({
  id: 'tokens-lead-nowhere-else',
  kind: 'law',
  title: 'A page token leads out of no list that it was not made for',
  needs: ['page-tokens', 'units', 'account-listing'],
  checks: {
    'of-another-parent': {
      title: "Another parent's token shows no unit of that one",
      axis: 'isolation',
    },
    'of-another-list': {
      title: "Another list's token shows no entry of that one",
      axis: 'isolation',
    },
    'of-another-caller': {
      title: "Another organization's token shows no account of it",
      axis: 'isolation',
    },
  },
  async run(context) {
    const { actors, given, all, fresh } = context
    const owner = await actors.owner()
    const { id: workspace } = await actors.workspace(owner)
    const unitIn = async (parent: string) =>
      given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const [here, there] = [await unitIn(workspace), await unitIn(workspace)]
    for (const _ of ['one', 'two', 'three']) await unitIn(there)
    const own = [await unitIn(here)]
    const unitsOf = (parent: string) => (paging: object) => owner.listUnits({ parent, ...paging })
    await checkLentToken(context, 'of-another-parent', {
      lender: unitsOf(there),
      borrower: unitsOf(here),
      nameOf: idOf,
      own,
    })
    const accounts = (await all(owner, 'listAccounts', {})).map(idOf)
    await checkLentToken(context, 'of-another-list', {
      lender: unitsOf(there),
      borrower: (paging) => owner.listAccounts(paging),
      nameOf: idOf,
      own: accounts,
    })
    const other = await actors.otherOwner()
    await actors.member(other)
    await checkLentToken(context, 'of-another-caller', {
      lender: (paging) => other.listAccounts(paging),
      borrower: (paging) => owner.listAccounts(paging),
      nameOf: idOf,
      own: accounts,
    })
  },
})
