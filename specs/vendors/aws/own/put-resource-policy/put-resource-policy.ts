import { isObject } from '../../../../contract/json.ts'
import { within } from '../../../../model/callers.ts'
import { done, firstOf, refused, type Decision, type Inside } from '../../../../model/decision.ts'
import { withEntry } from '../../../../model/entries.ts'
import { tagFlaw } from '../../../../model/tags.ts'
import type { OrganizationRecord } from '../../../../model/world.ts'
import { member, record, wrapped } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Tag } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import * as structure from '../../dialect/structures.ts'
import {
  resourcePolicies,
  resourcePolicy,
  showResourcePolicy,
  type ResourcePolicy,
} from '../resource-policy.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** writes the organization's own policy */
    putResourcePolicy: Own<
      'resource-policy',
      { readonly content: string; readonly tags?: readonly Tag[] },
      ResourcePolicy
    >
  }
}

/** Tags can be given only when it is new. */
const put = (situation: Inside, args: Args<'putResourcePolicy'>): Decision<ResourcePolicy> => {
  const { organization, rules, newId } = situation
  const present = organization.resourcePolicy
  const flaw = firstOf(
    tagFlaw(rules, args.tags),
    isJsonObject(args.content)
      ? undefined
      : refused('resourcePolicyMalformed', 'content: not a JSON object'),
    present && args.tags?.length
      ? refused('resourcePolicyTagged', 'tags: only a new resource policy can be given tags')
      : undefined,
  )
  if (flaw) return flaw
  const id = present?.id ?? newId('resourcePolicy', organization.id)
  const written = { id, content: args.content }
  const next = { ...tagged(organization, id, args.tags), resourcePolicy: written }
  return done(showResourcePolicy(organization, written), { organizations: [next] })
}

const tagged = (
  organization: OrganizationRecord,
  id: string,
  tags: readonly Tag[] = [],
): OrganizationRecord =>
  tags.length === 0
    ? organization
    : { ...organization, tags: withEntry(organization.tags, id, tags) }

const isJsonObject = (text: string): boolean => {
  try {
    return isObject(JSON.parse(text))
  } catch {
    return false
  }
}

/** Writes the organization's own policy. */
export const putResourcePolicy: OwnOperation<'putResourcePolicy'> = {
  verb: 'putResourcePolicy',
  feature: resourcePolicies,
  row: {
    operation: 'PutResourcePolicy',
    args: record<Args<'putResourcePolicy'>>({ content: member('Content'), tags: structure.tags }, [
      'content',
    ]),
    result: wrapped('ResourcePolicy', resourcePolicy),
  },
  rule: within(put),
  template: {
    caller: 'management',
    resources: ['member'],
    input: { Content: '$member.document' },
    yields: ['/ResourcePolicy/ResourcePolicySummary/Id'],
    writes: true,
  },
}
