import { scenario, type Scenario } from '../dsl/scenario.ts'

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(record) as K[]

export const moveAccount: Scenario = scenario({
  id: 'move-account',
  title: 'An account moves between units',
  needs: ['account-move', 'account-listing', 'units', 'tree'],
  checks: {
    'moved-to-the-unit': { title: 'A moved account is listed in the unit' },
    'left-the-source': { title: 'A moved account has left its source' },
    'unknown-source-is-refused': {
      title: 'Moving from an unknown source is refused',
      refusal: 'sourceParentNotFound',
      needs: ['move-source'],
    },
    'wrong-source-is-refused': {
      title: 'Moving from where it does not stand is refused',
      refusal: 'sourceParentNotFound',
      or: 'accountNotFound',
      needs: ['move-source'],
    },
    'unknown-destination-is-refused': {
      title: 'Moving to an unknown unit is refused',
      refusal: 'destinationParentNotFound',
    },
    'unknown-account-is-refused': {
      title: 'Moving an unknown account is refused',
      refusal: 'accountNotFound',
    },
    'already-there-is-refused': {
      title: 'Moving to where it stands is refused',
      refusal: 'accountAlreadyThere',
    },
    'refused-move-changes-nothing': { title: 'A refused move changes nothing', axis: 'atomicity' },
    'moved-back': { title: 'An account moves back' },
  },
  async run({ actors, check, given, all, fresh, unknown, offered }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const { id: account } = await actors.member(owner)
    const [home] = await all(owner, 'listParents', { child: account })
    const from = home?.id ?? (await actors.root(owner))
    const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('unit') }))
    const { id: other } = given(await owner.createUnit({ parent, name: fresh.name('other') }))
    const listed = async (place: string) => await all(owner, 'listAccountsIn', { parent: place })
    const stood = (await listed(from)).some(({ id }) => id === account)
    check.twin(stood, 'the account is listed in its source before')
    given(await owner.moveAccount({ account, from, to: unit }))
    check('moved-to-the-unit', await listed(unit), { includes: account })
    check('left-the-source', await listed(from), { excludes: account })
    const nowhere = unknown('unit')
    if (offered('move-source')) {
      check.refused(
        'unknown-source-is-refused',
        await owner.moveAccount({ account, from: nowhere, to: other }),
      )
      check.refused(
        'wrong-source-is-refused',
        await owner.moveAccount({ account, from, to: other }),
      )
    }
    const moves = {
      'unknown-destination-is-refused': { account, from: unit, to: nowhere },
      'unknown-account-is-refused': { account: unknown('account'), from: unit, to: other },
      'already-there-is-refused': { account, from: unit, to: unit },
    } as const
    for (const key of keysOf(moves)) check.refused(key, await owner.moveAccount(moves[key]))
    const parents = await all(owner, 'listParents', { child: account })
    const stands = parents.map(({ id }) => id)
    check('refused-move-changes-nothing', stands, { equals: [unit] })
    check.done('moved-back', await owner.moveAccount({ account, from: unit, to: from }))
  },
})
