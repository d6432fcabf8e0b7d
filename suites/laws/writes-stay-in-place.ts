import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { changedQuestions, questionOf, verbIn } from '../dsl/snapshot.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

const questions = {
  units: { title: 'A unit shows in its parent alone', axis: 'isolation' },
  tags: { title: 'Tags show on their resource alone', axis: 'isolation', needs: ['tags'] },
  policies: { title: 'A policy shows in its type alone', axis: 'isolation', needs: ['policies'] },
  attachments: {
    title: 'An attachment shows on its policy and its target alone',
    axis: 'isolation',
    needs: ['policies', 'policy-attachment'],
  },
  services: {
    title: 'A delegation shows on its account and its service alone',
    axis: 'isolation',
    needs: ['trusted-services', 'delegated-administrators'],
  },
} as const

type Key = keyof typeof questions
type Writes = ScenarioContext<Key>

/** A write, and the questions among those about its kind that it answers otherwise from then on. */
interface Write {
  readonly key: Key
  readonly about: readonly Verb[]
  readonly shows: readonly string[]
  readonly perform: () => Promise<void>
}

export const writesStayInPlace: Scenario = scenario({
  id: 'writes-stay-in-place',
  kind: 'law',
  title: 'A write shows where it was made, and nowhere else',
  needs: ['units'],
  checks: questions,
  async run(context) {
    const { actors, check, world, given, fresh, sample, offered } = context
    const builtin = sample.builtinPolicy?.id
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const unitIn = async (home: string) =>
      given(await owner.createUnit({ parent: home, name: fresh.name('unit') })).id
    const [unit] = [await unitIn(parent), await unitIn(parent)]
    const writes: Write[] = [
      {
        key: 'units',
        about: ['listUnits'],
        shows: [questionOf('listUnits', { parent: unit })],
        perform: async () => void (await unitIn(unit)),
      },
    ]
    if (offered('tags')) writes.push(tagging(context, owner, unit))
    if (offered('policies')) writes.push(...(await ofPolicies(context, owner, unit)))
    if (offered('trusted-services') && offered('delegated-administrators')) {
      writes.push(await delegating(context, owner))
    }
    const before = await world(owner)
    for (const { perform } of writes) await perform()
    const changed = changedQuestions(before, await world(owner)).filter(
      // a new unit is covered by the vendor's own policy
      (question) => builtin === undefined || !question.includes(builtin),
    )
    for (const { key, about, shows } of writes) {
      const own = changed.filter((question) => about.includes(verbIn(question)))
      check(key, own.toSorted(), { equals: [...shows].toSorted() })
    }
  },
})

const tagging = ({ given, fresh }: Writes, owner: Actor, resource: string): Write => ({
  key: 'tags',
  about: ['listTags'],
  shows: [questionOf('listTags', { resource })],
  perform: async () => {
    given(await owner.tagResource({ resource, tags: [{ key: fresh.name('key'), value: 'blue' }] }))
  },
})

const ofPolicies = async (
  context: Writes,
  owner: Actor,
  target: string,
): Promise<readonly Write[]> => {
  const { given, offered, switchedOn } = context
  await switchedOn(owner, 'control')
  const create = async (which: 0 | 1) =>
    given(await owner.createPolicy(draftPolicy(context, 'control', which))).id
  const policy = await create(0)
  const creation: Write = {
    key: 'policies',
    about: ['listPolicies', 'getPolicy'],
    shows: [questionOf('listPolicies', { type: 'control' })],
    perform: async () => void (await create(1)),
  }
  const attachment: Write = {
    key: 'attachments',
    about: ['listPoliciesOn', 'listTargetsOf'],
    shows: [
      questionOf('listPoliciesOn', { target, type: 'control' }),
      questionOf('listTargetsOf', { policy }),
    ],
    perform: async () => void given(await owner.attachPolicy({ policy, target })),
  }
  return offered('policy-attachment') ? [creation, attachment] : [creation]
}

/** The account administers one service, as others do where a service has several, and from then on another one as well. */
const delegating = async (context: Writes, owner: Actor): Promise<Write> => {
  const { actors, given, offered } = context
  const [known, service] = await untrustedServices(context, owner)
  for (const one of [known, service]) given(await owner.enableServiceAccess({ service: one }))
  const { id: account } = await actors.delegate(owner)
  given(await owner.registerDelegate({ account, service: known }))
  if (!offered('delegate-limit')) {
    const { id: other } = await actors.member(owner)
    given(await owner.registerDelegate({ account: other, service: known }))
  }
  return {
    key: 'services',
    about: ['listDelegations', 'listTrustedServices'],
    shows: [questionOf('listDelegations', { account })],
    perform: async () => void given(await owner.registerDelegate({ account, service })),
  }
}
