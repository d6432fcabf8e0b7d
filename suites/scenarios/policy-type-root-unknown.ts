import { listAll } from '../actors/list-all.ts'
import { typeStatus } from '../actors/type-status.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const policyTypeRootUnknown: Scenario = scenario({
  id: 'policy-type-root-unknown',
  title: 'A root that does not exist is refused',
  needs: ['policy-types'],
  checks: {
    'enable-in-unknown-root': {
      title: 'Enabling a type in an unknown root is refused',
      refusal: 'rootNotFound',
    },
    'disable-in-unknown-root': {
      title: 'Disabling a type in an unknown root is refused',
      refusal: 'rootNotFound',
    },
  },
  async run({ actors, check, given, settled, unknown }) {
    const owner = await actors.owner()
    const type = 'tag'
    const [here, nowhere] = [
      { root: await actors.root(owner), type },
      { root: unknown('root'), type },
    ]
    given(await owner.enablePolicyType(here))
    check.refused('enable-in-unknown-root', await owner.enablePolicyType(nowhere))
    await settled({
      what: 'the policy type',
      patience: 'creation',
      look: () => listAll(owner, 'listRoots', {}),
      until: (roots) => typeStatus(roots, type) === 'enabled',
    })
    given(await owner.disablePolicyType(here))
    check.refused('disable-in-unknown-root', await owner.disablePolicyType(nowhere))
  },
})
