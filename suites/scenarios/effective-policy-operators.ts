import { isObject } from '../../specs/contract/json.ts'
import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { documentOf } from '../verdict/document-of.ts'

const type = 'tag'

const questions = {
  'appended-joins': { title: 'What a policy appends joins what is inherited' },
  'removed-is-gone': { title: 'What a policy removes is no longer in effect' },
  'assigned-replaces': { title: 'What a policy assigns takes the place of what is inherited' },
} as const

type Operators = ScenarioContext<keyof typeof questions>

/** The vendor's sample with another operator on its list of values. */
const restated = (sample: string, operator: string, values: readonly string[]): string =>
  JSON.stringify(documentOf(sample), (_, value: unknown) =>
    isObject(value) && Array.isArray(value['@@assign']) ? { [operator]: values } : value,
  )

export const effectivePolicyOperators: Scenario = scenario({
  id: 'effective-policy-operators',
  title: 'Policies below add to what is inherited, take from it, or replace it',
  needs: ['effective-policy', 'policies', 'policy-attachment', 'policy-types', 'account-move'],
  checks: questions,
  async run(context) {
    const { actors, check, given } = context
    const owner = await actors.owner()
    await context.switchedOn(owner, type)
    const { id: account } = await actors.member(owner)
    const { content: sample } = draftPolicy(context, type, 1)
    const valued = (operator: string, said: readonly string[]) => restated(sample, operator, said)
    const write = async (content: string) => {
      const draft = draftPolicy(context, type, 1)
      return given(await owner.createPolicy({ ...draft, content })).id
    }
    const target = await homeOf(context, owner, account)
    given(
      await owner.attachPolicy({ policy: await write(valued('@@assign', ['one', 'two'])), target }),
    )
    const told = async () => {
      const { content } = given(await owner.getEffectivePolicy({ type, target: account }))
      const text = JSON.stringify(documentOf(content)).toLowerCase()
      return ['one', 'two', 'three'].filter((value) => text.includes(`"${value}"`))
    }
    check.twin((await told()).join(' ') === 'one two', 'what is above is in effect')
    const policy = await write(valued('@@append', ['three']))
    given(await owner.attachPolicy({ policy, target: account }))
    check('appended-joins', await told(), { equals: ['one', 'two', 'three'] })
    given(await owner.updatePolicy({ policy, content: valued('@@remove', ['one']) }))
    check('removed-is-gone', await told(), { equals: ['two'] })
    given(await owner.updatePolicy({ policy, content: valued('@@assign', ['three']) }))
    check('assigned-replaces', await told(), { equals: ['three'] })
    given(await owner.detachPolicy({ policy, target: account }))
  },
})

/** The account moves into a unit: what is attached above it concerns nobody else. */
const homeOf = async (
  { actors, all, given, fresh }: Operators,
  owner: Actor,
  account: string,
): Promise<string> => {
  const [stood] = await all(owner, 'listParents', { child: account })
  const { id: parent } = await actors.workspace(owner)
  const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('unit') }))
  given(
    await owner.moveAccount({ account, from: stood?.id ?? (await actors.root(owner)), to: unit }),
  )
  return unit
}
