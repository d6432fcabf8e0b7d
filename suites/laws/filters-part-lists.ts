import type { Creation, PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { invite } from '../actors/membership.ts'
import { idOf } from '../dsl/paging-law.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

const questions = {
  types: { title: 'A policy is listed under its own type alone', needs: ['policies'] },
  services: {
    title: 'An administrator is listed under its own services alone',
    needs: ['trusted-services', 'delegated-administrators'],
  },
  states: { title: 'A creation is listed under its own state', needs: ['account-creation'] },
  kinds: {
    title: 'An invitation is listed under its own kind',
    needs: ['invitations', 'invitation-filters'],
  },
} as const

type Filters = ScenarioContext<keyof typeof questions>

export const filtersPartLists: Scenario = scenario({
  id: 'filters-part-lists',
  kind: 'law',
  title: 'What a filter lets through is what the whole list says of it',
  needs: ['organizations', 'policies'],
  checks: questions,
  async run(context) {
    const { actors, offered } = context
    const owner = await actors.owner()
    await askTypes(context, owner)
    if (offered('trusted-services') && offered('delegated-administrators')) {
      await askServices(context, owner)
    }
    if (offered('invitations') && offered('invitation-filters')) await askKinds(context, owner)
    if (offered('account-creation')) await askStates(context, owner)
  },
})

const askTypes = async (context: Filters, owner: Actor): Promise<void> => {
  const { check, given, all } = context
  const types: readonly PolicyType[] = ['control', 'tag']
  const found: boolean[][] = []
  const made: string[] = []
  for (const type of types) {
    made.push(given(await owner.createPolicy(draftPolicy(context, type))).id)
  }
  for (const type of types) {
    const listed = (await all(owner, 'listPolicies', { type })).map(idOf)
    found.push(made.map((id) => listed.includes(id)))
  }
  check('types', found, {
    equals: [
      [true, false],
      [false, true],
    ],
  })
}

const askServices = async (context: Filters, owner: Actor): Promise<void> => {
  const { actors, check, given, all } = context
  const services = await untrustedServices(context, owner)
  for (const service of services) given(await owner.enableServiceAccess({ service }))
  const { id: account } = await actors.delegate(owner)
  given(await owner.registerDelegate({ account, service: services[0] }))
  const found: boolean[] = []
  for (const service of services) {
    found.push((await all(owner, 'listDelegates', { service })).map(idOf).includes(account))
  }
  check('services', found, {
    equals: [true, false],
    each: ['listed for its own service', 'listed for another service'],
  })
}

const askKinds = async ({ actors, check, all }: Filters, owner: Actor): Promise<void> => {
  await invite(owner, await actors.standalone())
  const whole = await all(owner, 'listSentInvitations', {})
  const parted = await partsOf(['invite', 'enable-all'] as const, {
    listed: (action) => all(owner, 'listSentInvitations', { filter: { action } }),
    told: (action) => whole.filter((one) => one.action === action),
  })
  check('kinds', parted.listed, { equals: parted.told })
}

const askStates = async (context: Filters, owner: Actor): Promise<void> => {
  const { check, given, all, fresh, ended } = context
  const asked = await owner.createAccount({ name: fresh.name('account'), email: fresh.email() })
  await ended(owner, given(asked))
  const whole: readonly Creation[] = await all(owner, 'listAccountCreations', {})
  const parted = await partsOf(['succeeded', 'failed'] as const, {
    listed: (state) => all(owner, 'listAccountCreations', { states: [state] }),
    told: (state) => whole.filter((one) => one.state === state),
  })
  check('states', parted.listed, { equals: parted.told })
}

interface Named {
  readonly id: string
}

/** The names that each filter lets through, and those of which the whole list says that it ought to. */
const partsOf = async <F>(
  filters: readonly F[],
  ask: {
    readonly listed: (filter: F) => Promise<readonly Named[]>
    readonly told: (filter: F) => readonly Named[]
  },
): Promise<{ readonly listed: unknown; readonly told: unknown }> => {
  const listed: string[][] = []
  for (const filter of filters) listed.push((await ask.listed(filter)).map(idOf).toSorted())
  return { listed, told: filters.map((filter) => ask.told(filter).map(idOf).toSorted()) }
}
