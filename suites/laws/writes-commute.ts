import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

const questions = {
  units: { title: 'Two units are there whichever was made first' },
  tags: { title: 'Two tags are there whichever was set first', needs: ['tags'] },
  attachments: {
    title: 'Two policies are attached whichever was first',
    needs: ['policies', 'policy-attachment'],
  },
} as const

type Commuting = ScenarioContext<keyof typeof questions>

/** The two orders. */
const orders = [
  [0, 1],
  [1, 0],
] as const

export const writesCommute: Scenario = scenario({
  id: 'writes-commute',
  kind: 'law',
  title: 'Writes that have nothing to do with each other come in either order',
  needs: ['units', 'unit-rename'],
  checks: questions,
  async run(context) {
    const { actors, check, given, all, fresh, offered } = context
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const homes: string[] = []
    for (const noun of ['one', 'other']) {
      homes.push(given(await owner.createUnit({ parent, name: fresh.name(noun) })).id)
    }
    const names = [fresh.name('first'), fresh.name('second')]
    const seen = await inBothOrders(homes, async (home, which) => {
      // some services have a name once in an organization
      const name = `${names[which] ?? ''}${homes.indexOf(home)}`
      given(await owner.createUnit({ parent: home, name }))
    })
    const listed = await Promise.all(
      seen.map(async (home) =>
        (await all(owner, 'listUnits', { parent: home })).map(({ name = '' }) => name.slice(0, -1)),
      ),
    )
    check(
      'units',
      listed.map((those) => those.toSorted()),
      { equals: homes.map(() => names.toSorted()) },
    )
    if (offered('tags')) await askTags(context, owner, homes)
    if (offered('policies') && offered('policy-attachment')) {
      await askAttachments(context, owner, homes)
    }
  },
})

/** Does two things in each of two places, in either order; the places. */
const inBothOrders = async (
  places: readonly string[],
  perform: (place: string, which: 0 | 1) => Promise<void>,
): Promise<readonly string[]> => {
  for (const [index, place] of places.entries()) {
    for (const which of orders[index] ?? []) await perform(place, which)
  }
  return places
}

const askTags = async (
  { check, given, all, fresh }: Commuting,
  owner: Actor,
  places: readonly string[],
): Promise<void> => {
  const tags = ['one', 'two'].map((noun) => ({ key: fresh.name(noun), value: noun }))
  await inBothOrders(places, async (resource, which) => {
    given(await owner.tagResource({ resource, tags: tags.slice(which, which + 1) }))
  })
  const read = await Promise.all(places.map((resource) => all(owner, 'listTags', { resource })))
  const inOrder = read.map((those) =>
    those.toSorted((one, other) => (one.key < other.key ? -1 : 1)),
  )
  const wanted = tags.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  check('tags', inOrder, { equals: places.map(() => wanted) })
}

const askAttachments = async (
  context: Commuting,
  owner: Actor,
  places: readonly string[],
): Promise<void> => {
  const { check, given, all } = context
  const type = 'control'
  await context.switchedOn(owner, type)
  const policies: string[] = []
  for (const which of [0, 1] as const) {
    policies.push(given(await owner.createPolicy(draftPolicy(context, type, which))).id)
  }
  const attached = async () =>
    Promise.all(
      places.map(async (target) =>
        (await all(owner, 'listPoliciesOn', { target, type })).map(({ id }) => id).toSorted(),
      ),
    )
  const before = await attached()
  await inBothOrders(places, async (target, which) => {
    given(await owner.attachPolicy({ policy: policies[which] ?? '', target }))
  })
  check('attachments', await attached(), {
    equals: before.map((those) => [...those, ...policies].toSorted()),
  })
}
