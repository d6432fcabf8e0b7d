import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { invite } from '../actors/membership.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { differences } from '../dsl/snapshot.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

const questions = {
  'nothing-shows-elsewhere': {
    title: 'What one organization has shows in no other',
    axis: 'isolation',
  },
  'the-other-stays': {
    title: 'What one organization does changes no other',
    axis: 'isolation',
  },
} as const

type Apart = ScenarioContext<keyof typeof questions>

export const organizationsAreApart: Scenario = scenario({
  id: 'organizations-are-apart',
  kind: 'law',
  title: 'Two organizations have nothing in common but names',
  needs: ['organizations', 'units', 'account-listing'],
  checks: questions,
  async run(context) {
    const { actors, check, world, fresh } = context
    const [here, there] = [await actors.owner(), await actors.otherOwner()]
    const names = { unit: fresh.name('unit'), policy: fresh.name('policy') }
    await settleDown(context, there, { ...names, service: 0 })
    const before = await world(there)
    const ours = [here.id, ...(await settleDown(context, here, { ...names, service: 1 }))]
    const after = await world(there)
    const changes = differences(before, after)
    check('the-other-stays', changes, { holds: changes.length === 0, says: 'nothing is changed' })
    const shown = [...after.values()].join('\n')
    const foreign = ours.filter((id) => shown.includes(id))
    check('nothing-shows-elsewhere', foreign, { equals: [] })
  },
})

interface Names {
  readonly unit: string
  readonly policy: string
  /** which of the services that it does not trust yet */
  readonly service: 0 | 1
}

/** One thing of each kind, under the same names in each organization; the ids of all. */
const settleDown = async (
  context: Apart,
  owner: Actor,
  { unit: name, policy, service: which }: Names,
): Promise<readonly string[]> => {
  const { actors, given, offered } = context
  const parent = await actors.root(owner)
  const { id: unit } = given(await owner.createUnit({ parent, name }))
  const ids = [parent, unit]
  if (offered('tags')) {
    given(await owner.tagResource({ resource: unit, tags: [{ key: 'team', value: owner.id }] }))
  }
  if (offered('policies')) {
    await context.switchedOn(owner, 'control')
    const draft = { ...draftPolicy(context, 'control'), name: policy }
    ids.push(given(await owner.createPolicy(draft)).id)
  }
  if (offered('trusted-services')) {
    const services = await untrustedServices(context, owner)
    given(await owner.enableServiceAccess({ service: services[which] }))
  }
  if (offered('invitations')) ids.push(await invite(owner, await actors.standalone()))
  return ids
}
