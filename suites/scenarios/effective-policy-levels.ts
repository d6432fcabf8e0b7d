import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { namesIn, wordsOf } from '../dsl/words-in-effect.ts'
import { documentOf } from '../verdict/document-of.ts'

const type = 'tag'

const questions = {
  'every-level-is-inherited': { title: 'A policy two units above an account is effective' },
  'two-on-one-unit': { title: 'Two policies of one unit are both effective' },
  'update-takes-effect': { title: 'The new content of a policy is effective' },
  'detached-has-no-effect': { title: 'A policy that was detached is not effective' },
  'moved-inherits-anew': { title: 'An account that moved inherits nothing from where it stood' },
} as const

type Levels = ScenarioContext<keyof typeof questions>

export const effectivePolicyLevels: Scenario = scenario({
  id: 'effective-policy-levels',
  title: 'What is in effect follows the tree and the policies in it',
  needs: ['effective-policy', 'policies', 'policy-attachment', 'policy-types', 'account-move'],
  checks: questions,
  async run(context) {
    const { check, given } = context
    const { owner, outer, inner, home, account } = await lined(context)
    const [one, other] = [draftPolicy(context, type), draftPolicy(context, type, 1)]
    // by what each says and the other does not
    const inEffect = async (): Promise<Effects> => {
      const { content } = given(await owner.getEffectivePolicy({ type, target: account }))
      const names = namesIn(documentOf(content)).map((name) => name.toLowerCase())
      const says = (words: readonly string[]) =>
        words.every((word) => names.includes(word.toLowerCase()))
      return effects(
        says(wordsOf(one.content, other.content)),
        says(wordsOf(other.content, one.content)),
      )
    }
    const { id: policy } = given(await owner.createPolicy(one))
    given(await owner.attachPolicy({ policy, target: outer }))
    check('every-level-is-inherited', await inEffect(), { equals: effects(true, false) })
    const { id: second } = given(await owner.createPolicy(other))
    given(await owner.attachPolicy({ policy: second, target: outer }))
    check('two-on-one-unit', await inEffect(), { equals: effects(true, true) })
    given(await owner.detachPolicy({ policy: second, target: outer }))
    check('detached-has-no-effect', await inEffect(), { equals: effects(true, false) })
    given(await owner.deletePolicy({ policy: second }))
    given(await owner.updatePolicy({ policy, content: other.content }))
    check('update-takes-effect', await inEffect(), { equals: effects(false, true) })
    // it keeps one in effect, so that an empty answer is none
    const { id: own } = given(await owner.createPolicy(draftPolicy(context, type)))
    given(await owner.attachPolicy({ policy: own, target: account }))
    given(await owner.moveAccount({ account, from: inner, to: home }))
    check('moved-inherits-anew', await inEffect(), { equals: effects(true, false) })
  },
})

type Effects = Readonly<Record<string, boolean>>

const effects = (first: boolean, second: boolean): Effects => ({
  'the first content is in effect': first,
  'the second content is in effect': second,
})

interface Line {
  readonly owner: Actor
  readonly outer: string
  readonly inner: string
  readonly home: string
  readonly account: string
}

/** A member in a unit of a unit. */
const lined = async (context: Levels): Promise<Line> => {
  const { actors, all, given, fresh } = context
  const owner = await actors.owner()
  await context.switchedOn(owner, type)
  const { id: account } = await actors.member(owner)
  const [stood] = await all(owner, 'listParents', { child: account })
  const home = stood?.id ?? (await actors.root(owner))
  const { id: parent } = await actors.workspace(owner)
  const { id: outer } = given(await owner.createUnit({ parent, name: fresh.name('outer') }))
  const { id: inner } = given(await owner.createUnit({ parent: outer, name: fresh.name('inner') }))
  given(await owner.moveAccount({ account, from: home, to: inner }))
  return { owner, outer, inner, home, account }
}
