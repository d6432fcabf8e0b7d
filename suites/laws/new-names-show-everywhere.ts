import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const newNamesShowEverywhere: Scenario = scenario({
  id: 'new-names-show-everywhere',
  kind: 'law',
  title: 'A new name shows wherever a thing is told of',
  needs: ['units', 'unit-rename'],
  checks: {
    'unit-in-its-parent': { title: 'A renamed unit is listed under its new name' },
    'unit-as-a-target': {
      title: 'A renamed unit is a target under its new name',
      needs: ['policies', 'policy-attachment'],
    },
    'policy-in-its-type': {
      title: 'A renamed policy is listed under its new name',
      needs: ['policies'],
    },
    'policy-on-its-target': {
      title: 'A renamed policy is listed on its target under its new name',
      needs: ['policies', 'policy-attachment'],
    },
  },
  async run(context) {
    const { actors, check, given, all, fresh, offered } = context
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('before') }))
    const name = fresh.name('unit')
    given(await owner.renameUnit({ unit, name }))
    const units = await all(owner, 'listUnits', { parent })
    check('unit-in-its-parent', nameIn(units, unit), { equals: name })
    if (!offered('policies')) return
    const type = 'control'
    await context.switchedOn(owner, type)
    const { id: policy } = given(await owner.createPolicy(draftPolicy(context, type)))
    if (offered('policy-attachment')) given(await owner.attachPolicy({ policy, target: unit }))
    const called = fresh.name('policy')
    given(await owner.updatePolicy({ policy, name: called }))
    const listed = await all(owner, 'listPolicies', { type })
    check('policy-in-its-type', nameIn(listed, policy), { equals: called })
    if (!offered('policy-attachment')) return
    const attached = await all(owner, 'listPoliciesOn', { target: unit, type })
    check('policy-on-its-target', nameIn(attached, policy), { equals: called })
    const targets = await all(owner, 'listTargetsOf', { policy })
    check('unit-as-a-target', nameIn(targets, unit), { equals: name })
  },
})

const nameIn = (
  entries: readonly { readonly id: string; readonly name?: string }[],
  wanted: string,
): string | undefined => entries.find(({ id }) => id === wanted)?.name
