import type { Actor } from '../../../actors/actor.ts'
import { scenario, type Scenario, type ScenarioContext } from '../../../dsl/scenario.ts'

const questions = {
  'units-go-at-once': { title: 'Several units are deleted with one request' },
  'accounts-move-at-once': { title: 'Several accounts move with one request' },
  'accounts-leave-at-once': { title: 'Several members are removed with one request' },
} as const

type Several = ScenarioContext<keyof typeof questions>

/** What a verb says of one thing, these operations say of a list. */
export const severalAtOnce: Scenario = scenario({
  id: 'several-at-once',
  title: 'One request speaks of several things',
  // the last one nobody else has, whose operations take no lists
  needs: [
    'units',
    'account-move',
    'member-removal',
    'account-listing',
    'invitations',
    'account-displacement',
  ],
  freeAccounts: true,
  checks: questions,
  async run(context) {
    const owner = await context.actors.owner()
    const { id: parent } = await context.actors.workspace(owner)
    await askUnits(context, owner, parent)
    await askAccounts(context, owner, parent)
  },
})

const askUnits = async (
  { check, given, all, fresh }: Several,
  owner: Actor,
  parent: string,
): Promise<void> => {
  const add = async (noun: string): Promise<string> =>
    given(await owner.createUnit({ parent, name: fresh.name(noun) })).id
  const units = [await add('one'), await add('other'), await add('third')]
  const standing = async (): Promise<readonly string[]> => {
    const listed = (await all(owner, 'listUnits', { parent })).map(({ id }) => id)
    return units.filter((unit) => listed.includes(unit))
  }
  check.twin((await standing()).length === units.length, 'the units are listed before')
  const gone = units.slice(0, 2)
  await owner.raw({ operation: 'DeleteOrganizationNodes', input: { NodeIds: gone.map(Number) } })
  check('units-go-at-once', await standing(), { equals: units.slice(2) })
}

const askAccounts = async (
  { invited, check, given, all, fresh }: Several,
  owner: Actor,
  parent: string,
): Promise<void> => {
  const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('house') }))
  const accounts = [(await invited(owner)).id, (await invited(owner)).id].toSorted()
  const Uins = accounts.map(Number)
  const of = (listed: readonly { readonly id: string }[]): readonly string[] =>
    listed.flatMap(({ id }) => (accounts.includes(id) ? [id] : [])).toSorted()
  check.twin(of(await all(owner, 'listAccounts', {})).length === 2, 'both are listed before')
  const input = { Uins, NodeId: Number(unit) }
  await owner.raw({ operation: 'MoveOrganizationMembersToNode', input })
  const housed = of(await all(owner, 'listAccountsIn', { parent: unit }))
  check('accounts-move-at-once', housed, { equals: accounts })
  await owner.raw({ operation: 'DeleteOrganizationMembers', input: { Uins } })
  check('accounts-leave-at-once', of(await all(owner, 'listAccounts', {})), { equals: [] })
}
