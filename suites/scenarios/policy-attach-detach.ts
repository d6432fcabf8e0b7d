import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

const questions = {
  'attached-to-unit': { title: 'A policy is attached to a unit' },
  'only-direct-is-listed': { title: 'A target lists only what is attached to it' },
  'attaching-twice-is-refused': {
    title: 'Attaching twice is refused',
    refusal: 'policyAlreadyAttached',
  },
  'refused-changes-nothing': {
    title: 'A policy attached twice is attached once',
    axis: 'atomicity',
  },
  'update-keeps-it-attached': { title: 'A policy that is changed stays attached' },
  'detaching-unattached-is-refused': {
    title: 'Detaching what is not attached is refused',
    refusal: 'policyNotAttached',
  },
  'detached-is-gone': { title: 'A detached policy is gone from its target' },
  'attached-to-account': { title: 'A policy is attached to an account' },
  'attached-to-root': { title: 'A policy is attached to the root' },
} as const

/** The two views of an attachment. */
const views = ['the target lists the policy', 'the policy lists the target']

type Attaching = ScenarioContext<keyof typeof questions>

export const policyAttachDetach: Scenario = scenario({
  id: 'policy-attach-detach',
  title: 'A policy is attached to a target and detached again',
  needs: ['policies', 'policy-attachment', 'units'],
  checks: questions,
  async run(context) {
    const { actors, check, given, all, fresh } = context
    const owner = await actors.owner()
    await context.switchedOn(owner, 'control')
    const { id: workspace } = await actors.workspace(owner)
    const { id: policy } = given(await owner.createPolicy(draftPolicy(context, 'control')))
    const unitIn = async (parent: string) =>
      given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const unit = await unitIn(workspace)
    const child = await unitIn(unit)
    const seen = bothViews(context, owner, policy)
    given(await owner.attachPolicy({ policy, target: unit }))
    check('attached-to-unit', await seen(unit), { equals: [true, true], each: views })
    given(await owner.updatePolicy({ policy, description: 'another one' }))
    check('update-keeps-it-attached', await seen(unit), { equals: [true, true], each: views })
    check('only-direct-is-listed', await seen(child), { equals: [false, false], each: views })
    check.refused('attaching-twice-is-refused', await owner.attachPolicy({ policy, target: unit }))
    const targets = (await all(owner, 'listTargetsOf', { policy })).map(({ id }) => id)
    check('refused-changes-nothing', targets, { equals: [unit] })
    await askDetaching(context, { owner, policy, unit, child })
    const { id: account } = await actors.member(owner)
    given(await owner.attachPolicy({ policy, target: account }))
    check('attached-to-account', await seen(account), { equals: [true, true], each: views })
    given(await owner.detachPolicy({ policy, target: account }))
    const root = await actors.root(owner)
    given(await owner.attachPolicy({ policy, target: root }))
    check('attached-to-root', await seen(root), { equals: [true, true], each: views })
  },
})

/** Whether the target lists the policy, and the policy the target. */
const bothViews =
  ({ all }: Attaching, owner: Actor, policy: string) =>
  async (target: string): Promise<readonly [boolean, boolean]> => {
    const policies = await all(owner, 'listPoliciesOn', { target, type: 'control' })
    const targets = await all(owner, 'listTargetsOf', { policy })
    return [policies.some(({ id }) => id === policy), targets.some(({ id }) => id === target)]
  }

interface Attached {
  readonly owner: Actor
  readonly policy: string
  readonly unit: string
  readonly child: string
}

const askDetaching = async (
  context: Attaching,
  { owner, policy, unit, child }: Attached,
): Promise<void> => {
  const { check, given } = context
  const seen = bothViews(context, owner, policy)
  // the policy stays on one target, so that an empty list is no answer
  given(await owner.attachPolicy({ policy, target: child }))
  given(await owner.detachPolicy({ policy, target: unit }))
  check('detached-is-gone', [...(await seen(unit)), ...(await seen(child))], {
    equals: [false, false, true, true],
    each: [...views, ...views.map((view) => `where it stayed, ${view}`)],
  })
  check.refused(
    'detaching-unattached-is-refused',
    await owner.detachPolicy({ policy, target: unit }),
  )
  given(await owner.detachPolicy({ policy, target: child }))
}
