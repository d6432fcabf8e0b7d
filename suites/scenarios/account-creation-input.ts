import { scenario, type Scenario } from '../dsl/scenario.ts'

export const accountCreationInput: Scenario = scenario({
  id: 'account-creation-input',
  title: 'A role name of the vendor is not given to a new account',
  needs: ['account-creation', 'reserved-roles'],
  checks: {
    'own-role-is-accepted': { title: 'A role name of ones own is accepted' },
    'reserved-role-is-refused': {
      title: 'A role name reserved by the vendor is refused',
      refusal: 'roleNameReserved',
    },
    'refused-creates-no-request': {
      title: 'The refused creation leaves no request',
      axis: 'atomicity',
    },
  },
  async run({ actors, check, given, all, fresh, sample }) {
    const owner = await actors.owner()
    const create = (role: string) =>
      owner.createAccount({ name: fresh.name('account'), email: fresh.email(), role })
    const asked = check.done('own-role-is-accepted', await create('OrgproofRole'))
    const creations = async () => (await all(owner, 'listAccountCreations', {})).map(({ id }) => id)
    const before = await creations()
    check.twin(before.includes(asked.id), 'the first creation is listed')
    check.refused('reserved-role-is-refused', await create(`${sample.reservedRolePrefix ?? ''}Own`))
    check('refused-creates-no-request', await creations(), { equals: before })
    given(await owner.getAccountCreation({ creation: asked.id }))
  },
})
