import type { Policy, PolicySummary, PolicyType } from '../vocabulary/nouns.ts'
import type { Inside } from './decision.ts'
import type { PolicyRecord } from './world.ts'

/** The policy with that id, be it the organization's or the built-in one. */
export function policyOf(situation: Inside, id: string): PolicyRecord | undefined {
  const { builtinPolicy } = situation.rules
  if (builtinPolicy?.id === id) return { ...builtinPolicy, changedAt: 0 }
  return situation.organization.policies.get(id)
}

/** Every policy, or those of a type: the built-in one first, then the organization's, oldest first. */
export function policiesOf(situation: Inside, type?: string): readonly PolicyRecord[] {
  const { rules, organization } = situation
  const builtin = rules.builtinPolicy && policyOf(situation, rules.builtinPolicy.id)
  const all = [...(builtin ? [builtin] : []), ...organization.policies.values()]
  return all.filter((policy) => policy.type === (type ?? policy.type))
}

/** A policy without its content. */
export function showSummary(situation: Inside, policy: PolicyRecord): PolicySummary {
  const { organization, rules } = situation
  const { id, name, type, description } = policy
  return {
    id,
    name,
    type,
    description,
    builtin: rules.builtinPolicy?.id === id,
    home: { organization: organization.id, management: organization.management },
  }
}

export function showPolicy(situation: Inside, policy: PolicyRecord): Policy {
  return { ...showSummary(situation, policy), content: policy.content }
}

/** Narrows a word to a policy type this vendor has; undefined for any other. */
export function typeOf(situation: Inside, word: string): PolicyType | undefined {
  return situation.rules.policyTypes.find((type) => type === word)
}
