import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'

export const detachLastPolicy: Scenario = scenario({
  id: 'detach-last-policy',
  title: 'Every target keeps a control policy',
  needs: ['policy-attachment', 'policies', 'units'],
  checks: {
    'last-on-unit-is-refused': {
      title: 'The last control policy of a unit stays attached',
      refusal: 'lastPolicyDetached',
    },
    'refused-stays-attached': { title: 'The refused policy stays attached', axis: 'atomicity' },
    'replaced-is-detached': { title: 'Once replaced the built-in policy is detached' },
    'only-the-new-one-is-left': { title: 'The replacement is left alone on the unit' },
    'last-on-account-is-refused': {
      title: 'The last control policy of an account stays attached',
      refusal: 'lastPolicyDetached',
    },
    'last-on-root-is-refused': {
      title: 'The last control policy of the root stays attached',
      refusal: 'lastPolicyDetached',
    },
  },
  async run(context) {
    const { actors, check, given, fresh } = context
    const owner = await actors.owner()
    await context.switchedOn(owner, 'control')
    const { id: parent } = await actors.workspace(owner)
    const newUnit = async () =>
      given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const last = await lastOn(context, owner, await newUnit())
    check.refused('last-on-unit-is-refused', await owner.detachPolicy(last))
    check('refused-stays-attached', await attached(context, owner, last.target), {
      equals: [last.policy],
    })
    const replaced = await lastOn(context, owner, await newUnit())
    const replacement = { ...replaced, policy: await newPolicy(context, owner) }
    given(await owner.attachPolicy(replacement))
    check.done('replaced-is-detached', await owner.detachPolicy(replaced))
    check('only-the-new-one-is-left', await attached(context, owner, replaced.target), {
      equals: [replacement.policy],
    })
    const member = await lastOn(context, owner, (await actors.member(owner)).id)
    check.refused('last-on-account-is-refused', await owner.detachPolicy(member))
    const root = await lastOn(context, owner, await actors.root(owner))
    check.refused('last-on-root-is-refused', await owner.detachPolicy(root))
  },
})

type Tools = Pick<ScenarioContext<string>, 'all' | 'given' | 'fresh' | 'sample'>

const attached = async (
  { all }: Tools,
  owner: Actor,
  target: string,
): Promise<readonly string[]> => {
  const policies = await all(owner, 'listPoliciesOn', { target, type: 'control' })
  return policies.map(({ id }) => id)
}

const newPolicy = async (tools: Tools, owner: Actor): Promise<string> =>
  tools.given(await owner.createPolicy(draftPolicy(tools, 'control'))).id

/** The only control policy of a target; a new one where the target has none. */
const lastOn = async (
  tools: Tools,
  owner: Actor,
  target: string,
): Promise<{ readonly policy: string; readonly target: string }> => {
  const [only, more] = await attached(tools, owner, target)
  if (more !== undefined) {
    throw new PrerequisiteMissing('SETUP_FAILED', `${target} has more than one control policy`)
  }
  if (only !== undefined) return { policy: only, target }
  const policy = await newPolicy(tools, owner)
  tools.given(await owner.attachPolicy({ policy, target }))
  return { policy, target }
}
