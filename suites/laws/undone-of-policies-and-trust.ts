import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { listAll } from '../actors/list-all.ts'
import { typeStatus } from '../actors/type-status.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { checkTraces, type Traceless } from '../dsl/traces.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

const questions = {
  policy: { title: 'A policy that is deleted leaves no trace' },
  change: { title: 'A change that is taken back leaves no trace' },
  attachment: { title: 'A policy that is detached leaves no trace', needs: ['policy-attachment'] },
  'policy-type': { title: 'A type switched on and off leaves no trace', needs: ['policy-types'] },
  trust: { title: 'Trust that is taken back leaves no trace', needs: ['trusted-services'] },
  delegation: {
    title: 'A delegation that is taken back leaves no trace',
    needs: ['trusted-services', 'delegated-administrators'],
  },
} as const

type Policies = ScenarioContext<keyof typeof questions>
type Doing = Traceless<keyof typeof questions>

export const undoneOfPoliciesAndTrust: Scenario = scenario({
  id: 'undone-of-policies-and-trust',
  kind: 'law',
  title: 'Policies and trust that are taken back leave no trace',
  needs: ['policies', 'units'],
  checks: questions,
  async run(context) {
    const owner = await context.actors.owner()
    await context.switchedOn(owner, 'control')
    await checkTraces(context.check, {
      look: () => context.world(owner),
      prepare: () => doingsWith(context, owner),
    })
  },
})

const doingsWith = async (context: Policies, owner: Actor): Promise<readonly Doing[]> => {
  const { given, offered } = context
  const draft = draftPolicy(context, 'control')
  const { id: policy } = given(await owner.createPolicy(draft))
  const doings: Doing[] = [
    {
      key: 'policy',
      perform: async () => {
        const made = given(await owner.createPolicy(draftPolicy(context, 'control', 1)))
        given(await owner.deletePolicy({ policy: made.id }))
      },
    },
    changing(context, owner, { policy, draft }),
  ]
  if (offered('policy-attachment')) doings.push(await attaching(context, owner, policy))
  if (offered('policy-types')) doings.push(await switching(context, owner))
  if (offered('trusted-services')) doings.push(...(await trusting(context, owner)))
  return doings
}

interface Drafted {
  readonly policy: string
  readonly draft: ReturnType<typeof draftPolicy>
}

const changing = (context: Policies, owner: Actor, { policy, draft }: Drafted): Doing => ({
  key: 'change',
  perform: async () => {
    const { type: _, ...other } = draftPolicy(context, 'control', 1)
    const { type: __, ...before } = draft
    context.given(await owner.updatePolicy({ policy, ...other, description: 'another one' }))
    context.given(await owner.updatePolicy({ policy, ...before }))
  },
})

const attaching = async (
  { actors, given, fresh }: Policies,
  owner: Actor,
  policy: string,
): Promise<Doing> => {
  const { id: parent } = await actors.workspace(owner)
  const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('unit') }))
  const { id: member } = await actors.member(owner)
  return {
    key: 'attachment',
    perform: async () => {
      for (const target of [unit, member]) {
        given(await owner.attachPolicy({ policy, target }))
        given(await owner.detachPolicy({ policy, target }))
      }
    },
  }
}

const switching = async (
  { actors, given, check, settled }: Policies,
  owner: Actor,
): Promise<Doing> => {
  const root = await actors.root(owner)
  const roots = () => listAll(owner, 'listRoots', {})
  const becomes = (wanted: 'enabled' | undefined) =>
    settled({
      what: 'the policy type',
      patience: 'creation',
      look: roots,
      until: (listed) => typeStatus(listed, 'tag') === wanted,
    })
  return {
    key: 'policy-type',
    perform: async () => {
      const isOff = typeStatus(given(await roots()), 'tag') === undefined
      check.twin(isOff, 'the type is off to begin with')
      given(await owner.enablePolicyType({ root, type: 'tag' }))
      await becomes('enabled')
      given(await owner.disablePolicyType({ root, type: 'tag' }))
      await becomes(undefined)
    },
  }
}

const trusting = async (context: Policies, owner: Actor): Promise<readonly Doing[]> => {
  const { actors, given, offered } = context
  const [trusted, service] = await untrustedServices(context, owner)
  given(await owner.enableServiceAccess({ service: trusted }))
  const trust: Doing = {
    key: 'trust',
    perform: async () => {
      given(await owner.enableServiceAccess({ service }))
      given(await owner.disableServiceAccess({ service }))
    },
  }
  if (!offered('delegated-administrators')) return [trust]
  const { id: account } = await actors.delegate(owner)
  const delegation: Doing = {
    key: 'delegation',
    perform: async () => {
      given(await owner.registerDelegate({ account, service: trusted }))
      given(await owner.deregisterDelegate({ account, service: trusted }))
    },
  }
  return [trust, delegation]
}
