import type { Policy } from '../../specs/vocabulary/nouns.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers the update of a policy without the name and the description that were not given. */
export const updatesToldInPart: KnownVariant = {
  name: 'updates-told-in-part',
  description:
    'answers the update of a policy without the name and description that were not given',
  evidence: { aws: ['O138'] },
  alter: telling('updatePolicy', (policy, { args }): Policy => {
    const { name, description, ...rest } = policy
    return {
      ...rest,
      ...(args.name !== undefined && name !== undefined && { name }),
      ...(args.description !== undefined && description !== undefined && { description }),
    }
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'P')
      return (
        (await visit.boss.updatePolicy({ policy, description: 'other' })).result.name ?? 'untold'
      )
    },
    quiet: 'P',
    varied: 'untold',
  },
}
