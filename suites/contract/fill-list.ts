import type { ListVerb } from '../../specs/vocabulary/verbs.ts'
import { settledCreation } from '../actors/membership.ts'
import { given } from '../verdict/outcome.ts'
import { whole, type Actor } from '../actors/actor.ts'
import type { Stage } from '../case/case-context.ts'
import { makePolicy } from './create-policy.ts'
import type { World } from './prerequisites.ts'

/** Fills a list. `owner` manages the organization; `world` is the one that the list is asked in. */
type Crowd = (stage: Stage, owner: Actor, world: World) => Promise<void>

const units: Crowd = async (stage, owner) => {
  const { id: parent } = await stage.cast.ground(owner)
  for (const noun of ['first', 'second', 'third']) {
    given(await owner.createUnit({ parent, name: stage.fresh.name(noun) }))
  }
}

const members: Crowd = async (stage, owner) => {
  await stage.cast.member(owner)
  await stage.cast.member(owner)
}

const policies: Crowd = async (stage, owner) => {
  await makePolicy(stage, owner, 'control')
  await makePolicy(stage, owner, 'control')
}

const invitations: Crowd = async (stage, owner) => {
  for (let count = 0; count < 2; count += 1) {
    const { id } = await stage.cast.standalone()
    given(await owner.inviteAccount({ target: { kind: 'account', id } }))
  }
}

/**
 * How a list gets several entries, by the verb that asks for it. Lists that hold one entry at most (roots,
 * parents), or whose entries cost too much, are not here.
 */
export const crowds: Readonly<Partial<Record<ListVerb, Crowd>>> = {
  listUnits: units,
  listChildren: units,
  listAccounts: members,
  listAccountsIn: members,
  listPolicies: policies,
  listPoliciesOn: async (stage, owner, world) => {
    const target = await world.field('root', 'id')
    const { id } = (await makePolicy(stage, owner, 'control')).fields
    given(await owner.attachPolicy({ policy: id, target }))
  },
  listTargetsOf: async (stage, owner, world) => {
    const policy = await world.field('attachedPolicy', 'id')
    const { id: parent } = await stage.cast.ground(owner)
    for (const noun of ['first', 'second']) {
      const unit = given(await owner.createUnit({ parent, name: stage.fresh.name(noun) }))
      given(await owner.attachPolicy({ policy, target: unit.id }))
    }
  },
  listSentInvitations: invitations,
  listAccountCreations: async ({ fresh, pause }, owner) => {
    for (const noun of ['first', 'second']) {
      const asked = { name: fresh.name(noun), email: fresh.email() }
      // a creation that is still under way would look different from page to page
      await settledCreation(owner, given(await owner.createAccount(asked)), pause)
    }
  },
  listTrustedServices: async ({ vendor }, owner) => {
    // trusting twice may be refused
    const known = given(await whole(owner, 'listTrustedServices', {})).map(({ service }) => service)
    const wanted = vendor.profile.services.slice(0, 2).filter((service) => !known.includes(service))
    for (const service of wanted) given(await owner.enableServiceAccess({ service }))
  },
  listDelegations: async ({ vendor }, owner, world) => {
    const account = await world.field('delegate', 'account')
    const service = vendor.profile.services[1]
    given(await owner.enableServiceAccess({ service }))
    given(await owner.registerDelegate({ account, service }))
  },
}
