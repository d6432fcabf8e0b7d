import type { Actor } from '../actors/actor.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { checkTraces, type Traceless } from '../dsl/traces.ts'

const questions = {
  unit: { title: 'A unit that is deleted leaves no trace' },
  name: { title: 'A name that is given back leaves no trace', needs: ['unit-rename'] },
  place: { title: 'A move there and back leaves no trace', needs: ['account-move'] },
  tags: { title: 'Several tags that are removed at once leave no trace', needs: ['tags'] },
} as const

type Tree = ScenarioContext<keyof typeof questions>
type Doing = Traceless<keyof typeof questions>

export const undoneInTheTree: Scenario = scenario({
  id: 'undone-in-the-tree',
  kind: 'law',
  title: 'What is done in the tree and undone leaves no trace',
  needs: ['units', 'account-listing'],
  checks: questions,
  async run(context) {
    const owner = await context.actors.owner()
    await checkTraces(context.check, {
      look: () => context.world(owner),
      prepare: () => doingsIn(context, owner),
    })
  },
})

const doingsIn = async (context: Tree, owner: Actor): Promise<readonly Doing[]> => {
  const { actors, given, fresh, offered } = context
  const { id: parent } = await actors.workspace(owner)
  const name = fresh.name('unit')
  const { id: unit } = given(await owner.createUnit({ parent, name }))
  const doings: Doing[] = [
    {
      key: 'unit',
      perform: async () => {
        const made = given(await owner.createUnit({ parent: unit, name: fresh.name('made') }))
        given(await owner.deleteUnit({ unit: made.id }))
      },
    },
  ]
  if (offered('unit-rename')) doings.push(renaming(context, owner, { unit, name }))
  if (offered('account-move')) doings.push(await moving(context, owner, unit))
  if (offered('tags')) doings.push(await tagging(context, owner, unit))
  return doings
}

const renaming = (
  { given, fresh }: Tree,
  owner: Actor,
  { unit, name }: { readonly unit: string; readonly name: string },
): Doing => ({
  key: 'name',
  perform: async () => {
    given(await owner.renameUnit({ unit, name: fresh.name('other') }))
    given(await owner.renameUnit({ unit, name }))
  },
})

const moving = async (context: Tree, owner: Actor, unit: string): Promise<Doing> => {
  const { actors, all, given, fresh, offered } = context
  const { id: account } = await actors.member(owner)
  if (offered('tags')) {
    const tags = [{ key: fresh.name('kept'), value: 'blue' }]
    given(await owner.tagResource({ resource: account, tags }))
  }
  const [home] = await all(owner, 'listParents', { child: account })
  const from = home?.id ?? (await actors.root(owner))
  return {
    key: 'place',
    perform: async () => {
      given(await owner.moveAccount({ account, from, to: unit }))
      given(await owner.moveAccount({ account, from: unit, to: from }))
    },
  }
}

/** One tag was there before: it has to stay. */
const tagging = async ({ given, fresh }: Tree, owner: Actor, unit: string): Promise<Doing> => {
  const tagNamed = (noun: string) => ({ key: fresh.name(noun), value: 'blue' })
  given(await owner.tagResource({ resource: unit, tags: [tagNamed('kept')] }))
  return {
    key: 'tags',
    perform: async () => {
      const tags = ['one', 'two', 'three'].map(tagNamed)
      for (const resource of [unit, owner.id]) {
        given(await owner.tagResource({ resource, tags }))
        const keys = tags.map(({ key }) => key)
        given(await owner.untagResource({ resource, keys }))
      }
    },
  }
}
