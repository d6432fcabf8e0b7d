import type { Args } from '../../specs/vocabulary/verbs.ts'
import { draftPolicy } from './draft-policy.ts'
import type { Hands, RehearsalKit, Reversible, Standing } from './effect.ts'
import { entriesOf, readOf } from './look.ts'
import { typeStatus } from './type-status.ts'

const draftOf = ({ fresh, profile }: RehearsalKit): Args<'createPolicy'> =>
  draftPolicy({ fresh, sample: profile }, profile.policyTypes[0] ?? 'control')

const findPolicy = async (hands: Hands, id: string): Promise<Standing> =>
  readOf(hands, await hands.owner.getPolicy({ policy: id }))?.id

/** A policy that was made is deleted. */
export const madePolicy: Reversible<'createPolicy'> = {
  kind: 'reversible',
  danger: 'medium',
  undoneBy: 'deletePolicy',
  shownBy: 'listPolicies',
  noun: 'policy',
  name: ({ name }) => name,
  made: ({ id }) => id,
  find: findPolicy,
  look: async (hands, { type, name }, id) => {
    const policies = await entriesOf(hands, 'listPolicies', { type })
    const found = policies?.find((policy) =>
      id === undefined ? policy.name === name : policy.id === id,
    )
    if (policies !== undefined) return found?.id
    return id === undefined ? undefined : findPolicy(hands, id)
  },
  undo: ({ actor }, _, { id }) => actor.deletePolicy({ policy: id }),
  rehearse: async (kit) => draftOf(kit),
}

/** A policy that was attached is detached. */
export const attached: Reversible<'attachPolicy'> = {
  kind: 'reversible',
  danger: 'medium',
  undoneBy: 'detachPolicy',
  shownBy: 'listPoliciesOn',
  subject: ({ target }) => target,
  look: async (hands, { policy, target }) =>
    (await entriesOf(hands, 'listTargetsOf', { policy }))?.find(({ id }) => id === target)?.id,
  undo: ({ actor }, args) => actor.detachPolicy(args),
  rehearse: async (kit) => {
    const { workspace, fresh, make } = kit
    const unit = await make('createUnit', {
      parent: await workspace(),
      name: fresh.name('rehearsal'),
    })
    return { policy: (await make('createPolicy', draftOf(kit))).id, target: unit.id }
  },
}

/** A policy type that was enabled is disabled. */
export const switchedOn: Reversible<'enablePolicyType'> = {
  kind: 'reversible',
  undoneBy: 'disablePolicyType',
  shownBy: 'listRoots',
  look: async (hands, { root, type }) => {
    const roots = await entriesOf(hands, 'listRoots', {})
    return typeStatus(roots?.filter(({ id }) => id === root) ?? [], type)
  },
  undo: ({ actor }, args) => actor.disablePolicyType(args),
}
