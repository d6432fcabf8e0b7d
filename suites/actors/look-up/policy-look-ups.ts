import type { Args, Policy, Root } from '../../../specs/vocabulary/verbs.ts'
import { entriesOf, readOf } from '../look.ts'
import { attached, madePolicy } from '../policy-effects.ts'
import { typeStatus } from '../type-status.ts'
import { nothingIf, type Eyes, type LookUps } from './look-up.ts'

const rootOf = async (
  eyes: Eyes,
  { root, type }: Args<'enablePolicyType'>,
  fits: (status: string | undefined) => boolean,
): Promise<Root | undefined> => {
  const found = (await entriesOf(eyes, 'listRoots', {}))?.find(({ id }) => id === root)
  return found !== undefined && fits(typeStatus([found], type)) ? found : undefined
}

const on: ReadonlySet<string | undefined> = new Set(['enabled', 'enabling'])

const isAsAsked = (found: Policy, { policy, ...asked }: Args<'updatePolicy'>): boolean =>
  found.id === policy &&
  Object.entries(asked).every(([member, value]) => found[member as keyof Policy] === value)

/** What became of writes about policies. */
export const policyLookUps: LookUps<
  | 'createPolicy'
  | 'updatePolicy'
  | 'deletePolicy'
  | 'attachPolicy'
  | 'detachPolicy'
  | 'enablePolicyType'
  | 'disablePolicyType'
> = {
  createPolicy: {
    adds: true,
    look: async (eyes, args) => {
      const policy = await madePolicy.look(eyes, args)
      return policy === undefined ? undefined : readOf(eyes, await eyes.owner.getPolicy({ policy }))
    },
  },
  updatePolicy: {
    look: async (eyes, args) => {
      const found = readOf(eyes, await eyes.owner.getPolicy({ policy: args.policy }))
      return found !== undefined && isAsAsked(found, args) ? found : undefined
    },
  },
  deletePolicy: {
    ends: true,
    look: async (eyes, { policy }) =>
      nothingIf(readOf(eyes, await eyes.owner.getPolicy({ policy })) === undefined),
  },
  attachPolicy: {
    look: async (eyes, args) => nothingIf((await attached.look(eyes, args)) !== undefined),
  },
  detachPolicy: {
    look: async (eyes, args) => nothingIf((await attached.look(eyes, args)) === undefined),
  },
  enablePolicyType: { look: (eyes, args) => rootOf(eyes, args, (status) => on.has(status)) },
  disablePolicyType: { look: (eyes, args) => rootOf(eyes, args, (status) => !on.has(status)) },
}
