import { type Json } from '../../specs/contract/json.ts'
import { policyContent } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { optionalMembers } from '../rewrite.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Leaves optional members out that would be null, and descriptions that would be empty. */
export const absentForEmptyMembers: KnownVariant = {
  name: 'absent-for-empty-members',
  description: 'leaves members out that would be null, and descriptions that are empty',
  evidence: {
    aws: ['O62'],
    huawei: ['H16', 'H22', 'H36'],
  },
  alter: rewriting(() => ({
    object: (object, schema) => {
      const optional = new Set(optionalMembers(schema))
      const kept = Object.entries(object).filter(
        ([name, value]) => !optional.has(name) || (value !== null && !isBare(name, value)),
      )
      return Object.fromEntries(kept)
    },
  })),
  seen: {
    at: async (visit) => {
      const content = policyContent(visit, 'control')
      await founded(visit)
      const { answer } = await visit.boss.createPolicy({
        name: 'One',
        type: 'control',
        description: '',
        content,
      })
      return /"description"/iu.test(answer.body)
    },
    quiet: true,
    varied: false,
  },
}

const isBare = (name: string, value: Json): boolean => value === '' && /^description$/iu.test(name)
