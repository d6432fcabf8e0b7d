import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

const questions = {
  'unit-renamed': { title: 'The name a unit had before is free', needs: ['unit-rename'] },
  'unit-tags': { title: 'A namesake of a deleted unit has no tags of it', needs: ['tags'] },
  'policy-renamed': { title: 'The name a policy had before is free', needs: ['policies'] },
  'policy-deleted': { title: 'The name of a deleted policy is free', needs: ['policies'] },
  'policy-tags': {
    title: 'A namesake of a deleted policy has no tags of it',
    needs: ['policies', 'tags'],
  },
} as const

type Names = ScenarioContext<keyof typeof questions>

const tags = [{ key: 'team', value: 'blue' }]

export const namesGivenUpAreAsNew: Scenario = scenario({
  id: 'names-given-up-are-as-new',
  kind: 'law',
  title: 'A name that was given up is free, and nothing hangs on it',
  needs: ['units'],
  checks: questions,
  async run(context) {
    const owner = await context.actors.owner()
    await askUnits(context, owner)
    if (context.offered('policies')) await askPolicies(context, owner)
  },
})

const askUnits = async (
  { actors, check, given, all, fresh, offered }: Names,
  owner: Actor,
): Promise<void> => {
  const { id: parent } = await actors.workspace(owner)
  if (offered('unit-rename')) {
    const name = fresh.name('before')
    const { id: unit } = given(await owner.createUnit({ parent, name }))
    given(await owner.renameUnit({ unit, name: fresh.name('after') }))
    check.done('unit-renamed', await owner.createUnit({ parent, name }))
  }
  if (!offered('tags')) return
  const name = fresh.name('tagged')
  const { id: unit } = given(await owner.createUnit({ parent, name, tags }))
  given(await owner.deleteUnit({ unit }))
  const { id: resource } = given(await owner.createUnit({ parent, name }))
  check('unit-tags', await all(owner, 'listTags', { resource }), { equals: [] })
}

const askPolicies = async (context: Names, owner: Actor): Promise<void> => {
  const { check, given, all, fresh, offered } = context
  const draft = draftPolicy(context, 'control')
  const { id: policy } = given(await owner.createPolicy(draft))
  given(await owner.updatePolicy({ policy, name: fresh.name('after') }))
  check.done('policy-renamed', await owner.createPolicy(draft))
  given(await owner.deletePolicy({ policy }))
  const tagged = { ...draftPolicy(context, 'control', 1), ...(offered('tags') && { tags }) }
  const first = given(await owner.createPolicy(tagged))
  given(await owner.deletePolicy({ policy: first.id }))
  const { tags: _, ...untagged } = tagged
  const { id: resource } = check.done('policy-deleted', await owner.createPolicy(untagged))
  if (!offered('tags')) return
  check('policy-tags', await all(owner, 'listTags', { resource }), { equals: [] })
}
