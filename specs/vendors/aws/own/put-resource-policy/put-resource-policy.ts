import { scalarsIn } from '../../../../contract/json.ts'
import { memberOf } from '../../../../model/accounts.ts'
import { within } from '../../../../model/callers.ts'
import {
  done,
  firstOf,
  refused,
  type Decision,
  type Inside,
  type Refused,
} from '../../../../model/decision.ts'
import { withEntry } from '../../../../model/entries.ts'
import { tagFlaw } from '../../../../model/tags.ts'
import type { OrganizationRecord } from '../../../../model/world.ts'
import { member, record, wrapped } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import { readPolicyDocument } from '../../../../vendor/read-policy-document.ts'
import type { Tag } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import * as structure from '../../dialect/structures.ts'
import { statementsOf } from '../../rights/statement.ts'
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
    contentFlaw(situation, args.content),
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

const contentFlaw = (situation: Inside, content: string): Refused | undefined => {
  const { contentFits } = situation.rules
  if (!contentFits('resource', content))
    return refused('resourcePolicyMalformed', 'content: not a document of a resource policy')
  return contentFits('resource-actions', content)
    ? strangerFlaw(situation, content)
    : refused('resourcePolicyActionUnsupported', 'content: an action that nobody can be given')
}

/** An account that is a principal belongs to the organization, whether by its id or by the ARN of its root. */
const strangerFlaw = ({ organization, now }: Inside, content: string): Refused | undefined => {
  const stranger = statementsOf(readPolicyDocument(content) ?? {})
    .flatMap(({ Principal: principal = [] }) => scalarsIn(principal))
    .map((principal) => /\d{12}/u.exec(principal)?.[0])
    .find((account) => account !== undefined && !memberOf(organization, account, now))
  return stranger === undefined
    ? undefined
    : refused('resourcePolicyMalformed', `content: the account ${stranger} is no member`)
}

const tagged = (
  organization: OrganizationRecord,
  id: string,
  tags: readonly Tag[] = [],
): OrganizationRecord =>
  tags.length === 0
    ? organization
    : { ...organization, tags: withEntry(organization.tags, id, tags) }

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
