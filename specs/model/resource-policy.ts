import { isObject } from '../contract/json.ts'
import type { ResourcePolicy } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { tagFlaw } from './tags.ts'
import type { OrganizationRecord } from './world.ts'

/** Writes the organization's own policy; tags only when it is new (F1–F3). */
export function putResourcePolicy(
  situation: Inside,
  args: Args<'putResourcePolicy'>,
): Decision<ResourcePolicy> {
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
  const next = { ...organization, resourcePolicy: written }
  return done(show(organization, written), { organizations: [next] })
}

const isJsonObject = (text: string): boolean => {
  try {
    return isObject(JSON.parse(text))
  } catch {
    return false
  }
}

const show = (
  { id: organization, management }: OrganizationRecord,
  { id, content }: { readonly id: string; readonly content: string },
): ResourcePolicy => ({ id, content, home: { organization, management } })

const notThere = (): Refused =>
  refused('resourcePolicyNotFound', 'the organization has no resource policy')

/** The organization's own policy (F4, F5). */
export function getResourcePolicy({ organization }: Inside): Decision<ResourcePolicy> {
  const { resourcePolicy: found } = organization
  return found ? done(show(organization, found)) : notThere()
}

/** Takes the organization's own policy away (F4). */
export function deleteResourcePolicy({ organization }: Inside): Decision<Nothing> {
  const { resourcePolicy: found, ...rest } = organization
  return found ? done({}, { organizations: [rest] }) : notThere()
}
