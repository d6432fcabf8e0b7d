import { flag, mapped, member, record, type Lens } from '../../../vendor/lens.ts'
import type * as noun from '../../../vocabulary/nouns.ts'
import { instant } from './arguments.ts'
import { located, urn } from './urn.ts'
import * as word from './words.ts'

/** The document's data structures around policies; needed is only what their reader came for. */

const policyUrn = ({ id, type, home }: noun.PolicySummary): string | undefined =>
  home && type && urn(home, `policy:${home.organization}/${word.policyType.write(type)}/${id}`)

export const policySummary: Lens<noun.PolicySummary> = located<noun.PolicySummary>(
  record<Omit<noun.PolicySummary, 'home'>>(
    {
      id: member('id'),
      name: member('name'),
      type: member('type', word.policyType),
      description: member('description'),
      builtin: member('is_builtin', flag),
    },
    ['id'],
  ),
  policyUrn,
)

interface Halves {
  readonly summary: noun.PolicySummary
  readonly content?: string
}

/** A summary beside the content it summarises; our noun is both in one. */
const policyWith = (needed: readonly (keyof Halves)[]): Lens<noun.Policy> =>
  mapped<noun.Policy, Halves>(
    record<Halves>(
      { summary: member('policy_summary', policySummary), content: member('content') },
      needed,
    ),
    ({ content, ...summary }) => ({ summary, ...(content !== undefined && { content }) }),
    ({ content, summary }) => ({ ...summary, ...(content !== undefined && { content }) }),
  )

/** A policy as it answers a write: its id tells that it was done. */
export const policy: Lens<noun.Policy> = policyWith(['summary'])

/** A policy as it answers the question what it says. */
export const policyWithContent: Lens<noun.Policy> = policyWith(['summary', 'content'])

export const effectivePolicy: Lens<noun.EffectivePolicy> = record<noun.EffectivePolicy>(
  {
    target: member('entity_id'),
    type: member('policy_type', word.policyType),
    content: member('policy_content'),
    updatedAt: member('last_updated_at', instant),
  },
  ['content'],
)
