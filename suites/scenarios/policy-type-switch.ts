import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { listAll } from '../actors/list-all.ts'
import { typeStatus } from '../actors/type-status.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

const questions = {
  'disabled-is-not-attached': {
    title: 'A policy of a disabled type is not attached',
    refusal: 'policyTypeNotEnabled',
  },
  'type-is-switched-on': { title: 'A policy type is switched on' },
  'type-is-enabled': { title: 'A policy type switched on is enabled' },
  'enabling-twice-is-refused': {
    title: 'Enabling an enabled type is refused',
    refusal: 'policyTypeAlreadyEnabled',
  },
  'enabled-is-attached': { title: 'A policy of an enabled type is attached' },
  'type-is-switched-off': { title: 'A policy type is switched off' },
  'type-is-disabled': { title: 'A policy type switched off is not enabled' },
  'disabling-twice-is-refused': {
    title: 'Disabling a disabled type is refused',
    refusal: 'policyTypeAlreadyDisabled',
  },
  'attaching-after-is-refused': {
    title: 'Nothing of a type that was disabled is attached',
    refusal: 'policyTypeNotEnabled',
  },
  'enabled-again': { title: 'A disabled type is enabled again' },
  'control-stays-available': {
    title: 'A disabled type stays available to the organization',
    needs: ['available-types'],
  },
} as const

export const policyTypeSwitch: Scenario = scenario({
  id: 'policy-type-switch',
  title: 'A policy type is switched on and off',
  needs: ['policy-types', 'policies', 'policy-attachment', 'units'],
  checks: questions,
  async run(context) {
    const { actors, check, given, all, fresh } = context
    const owner = await actors.owner()
    const root = await actors.root(owner)
    const [roots, type] = [await all(owner, 'listRoots', {}), 'tag'] as const
    check.twin(typeStatus(roots, type) === undefined, 'the type is off to begin with')
    const { id: parent } = await actors.workspace(owner)
    // a unit each: what was attached by mistake stands in nobody's way
    const attach = async () => {
      const target = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
      return { target, outcome: await owner.attachPolicy({ policy, target }) }
    }
    const { id: policy } = given(await owner.createPolicy(draftPolicy(context, type)))
    check.refused('disabled-is-not-attached', (await attach()).outcome)
    check.done('type-is-switched-on', await owner.enablePolicyType({ root, type }))
    check('type-is-enabled', await switched(context, owner), { equals: 'enabled' })
    check.refused('enabling-twice-is-refused', await owner.enablePolicyType({ root, type }))
    const { target, outcome } = await attach()
    check.done('enabled-is-attached', outcome)
    given(await owner.detachPolicy({ policy, target }))
    check.done('type-is-switched-off', await owner.disablePolicyType({ root, type }))
    const status = await switched(context, owner)
    check('type-is-disabled', status ?? 'off', {
      holds: status !== 'enabled',
      says: 'the type is not enabled',
    })
    check.refused('disabling-twice-is-refused', await owner.disablePolicyType({ root, type }))
    check.refused('attaching-after-is-refused', (await attach()).outcome)
    check.done('enabled-again', await owner.enablePolicyType({ root, type }))
    if (context.offered('available-types')) await askAvailability(context)
  },
})

/** What the root says of the type once no switch is on its way any more: any other word means that one is. */
const switched = async (
  { settled }: ScenarioContext<keyof typeof questions>,
  owner: Actor,
): Promise<string | undefined> => {
  const listed = await settled({
    what: 'the policy type',
    patience: 'creation',
    look: () => listAll(owner, 'listRoots', {}),
    until: (roots) => ['enabled', 'off'].includes(typeStatus(roots, 'tag') ?? 'off'),
  })
  return typeStatus(listed, 'tag')
}

/** Asked in an organization of its own: what stands must not lose its control policies. */
const askAvailability = async ({
  actors,
  check,
  given,
  switchedOn,
}: ScenarioContext<keyof typeof questions>): Promise<void> => {
  const owner = await actors.otherOwner()
  await switchedOn(owner, 'control')
  given(await owner.disablePolicyType({ root: await actors.root(owner), type: 'control' }))
  const { policyTypes = [] } = given(await owner.getOrganization())
  check('control-stays-available', policyTypes, {
    holds: policyTypes.some(({ type }) => type === 'control'),
    says: 'the organization still names the control type',
  })
}
