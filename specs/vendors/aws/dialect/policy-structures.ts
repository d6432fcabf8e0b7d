import { flag, mapped, member, record, seconds, type Lens } from '../../../vendor/lens.ts'
import type * as noun from '../../../vocabulary/nouns.ts'
import { inOrganization, located, policyArn } from './arn.ts'
import * as word from './words.ts'

/** The document's data structures around policies; needed is only what their reader came for. */

export const policySummary: Lens<noun.PolicySummary> = located<noun.PolicySummary>(
  record<Omit<noun.PolicySummary, 'home'>>(
    {
      id: member('Id'),
      name: member('Name'),
      type: member('Type', word.policyType),
      description: member('Description'),
      builtin: member('AwsManaged', flag),
    },
    ['id'],
  ),
  (value) => arnFor(value),
)

const arnFor = ({ id, type, builtin, home }: noun.PolicySummary): string | undefined => {
  if (type === undefined) return undefined
  const kind = word.policyType.write(type).toLowerCase()
  if (builtin === true) return policyArn(undefined, kind, id)
  return home && policyArn(home, kind, id)
}

/** A summary beside the content it summarises; our noun is both in one. */
export function beside<T extends { readonly content?: string }>(
  name: string,
  summary: Lens<Omit<T, 'content'>>,
  needed: readonly ('summary' | 'content')[],
): Lens<T> {
  return mapped<T, Halves<T>>(
    record<Halves<T>>({ summary: member(name, summary), content: member('Content') }, needed),
    ({ content, ...rest }) => ({ summary: rest, ...(content !== undefined && { content }) }),
    ({ content, summary: rest }) => ({ ...rest, ...(content !== undefined && { content }) }) as T,
  )
}

interface Halves<T> {
  readonly summary: Omit<T, 'content'>
  readonly content?: string
}

/** A policy as it answers a write: its id tells that it was done. */
export const policy: Lens<noun.Policy> = beside<noun.Policy>('PolicySummary', policySummary, [
  'summary',
])

/** A policy as it answers the question what it says. */
export const policyWithContent: Lens<noun.Policy> = beside<noun.Policy>(
  'PolicySummary',
  policySummary,
  ['summary', 'content'],
)

const targetNouns: Readonly<Record<string, string>> = {
  root: 'root',
  unit: 'ou',
  account: 'account',
}

export const policyTarget: Lens<noun.PolicyTarget> = located<noun.PolicyTarget>(
  record<Omit<noun.PolicyTarget, 'home'>>(
    { id: member('TargetId'), kind: member('Type', word.nodeKind), name: member('Name') },
    ['id', 'kind'],
  ),
  (value) => inOrganization(targetNouns[value.kind] ?? value.kind)(value),
)

export const effectivePolicy: Lens<noun.EffectivePolicy> = record<noun.EffectivePolicy>(
  {
    target: member('TargetId'),
    type: member('PolicyType', word.policyType),
    content: member('PolicyContent'),
    updatedAt: member('LastUpdatedTimestamp', seconds),
  },
  ['content'],
)
