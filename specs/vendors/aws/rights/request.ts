import type { Inside } from '../../../model/decision.ts'
import { policyOf } from '../../../model/policy-of.ts'
import { kindOf } from '../../../model/tree.ts'
import type { Home, Tag } from '../../../vocabulary/nouns.ts'
import { arn, policyArn } from '../dialect/arn.ts'
import { policyType } from '../dialect/words.ts'

/** What the statements of a resource policy are held against. */
export interface Request {
  /** what is done, each in its own right */
  readonly actions: readonly string[]
  /** the ARNs of what it is done to; one that is unknown has none */
  readonly resources: readonly (string | undefined)[]
  /** what conditions can ask for; what is not there is absent, as is what the endpoint can not know */
  readonly keys: Readonly<Record<string, string | readonly string[] | undefined>>
}

type Said = Readonly<Record<string, unknown>>

/** A command of a member, in the words of resource policies. */
export function requestOf(inside: Inside, operation: string): Request {
  const { caller, organization, command, now } = inside
  const args: Said = { ...command.args }
  const tags = Array.isArray(args['tags']) ? (args['tags'] as readonly Tag[]) : []
  const actions =
    tags.length > 0 && operation !== 'TagResource' ? [operation, 'TagResource'] : [operation]
  return {
    actions: actions.map((name) => `organizations:${name}`),
    resources: resourcesOf(inside, args),
    keys: {
      'aws:PrincipalArn': `arn:aws:iam::${caller.id}:root`,
      'aws:PrincipalAccount': caller.id,
      'aws:PrincipalOrgID': organization.id,
      'aws:ResourceAccount': organization.management,
      'aws:CurrentTime': new Date(now).toISOString(),
      'aws:EpochTime': String(Math.floor(now / 1000)),
      'aws:TagKeys': tagKeysOf(tags, args),
      ...Object.fromEntries(tags.map(({ key, value }) => [`aws:RequestTag/${key}`, value])),
      'organizations:PolicyType': typeOf(inside, args),
      'organizations:ServicePrincipal': textOf(args['service']),
    },
  }
}

/** The keys of the tags that a command gives or takes. */
const tagKeysOf = (tags: readonly Tag[], { keys }: Said): readonly string[] => [
  ...tags.map(({ key }) => key),
  ...(Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []),
]

/** Arguments that name what a command is about. */
const naming = ['policy', 'target', 'unit', 'parent', 'child', 'account', 'root', 'resource']

const resourcesOf = (inside: Inside, args: Said): readonly (string | undefined)[] => {
  if (inside.command.verb === 'createPolicy') return [arnOfPolicy(inside, args['type'], '')]
  const ids = naming.flatMap((name) => textOf(args[name]) ?? [])
  return ids.length === 0 ? [undefined] : ids.map((id) => arnOf(inside, id))
}

const nouns = { root: 'root', unit: 'ou', account: 'account' } as const

const arnOf = (inside: Inside, id: string): string | undefined => {
  const { organization, now } = inside
  const kind = kindOf(organization, id, now)
  if (kind !== undefined) return ownArn(inside, `${nouns[kind]}/${organization.id}/${id}`)
  const policy = policyOf(inside, id)
  if (policy !== undefined) return arnOfPolicy(inside, policy.type, id)
  return organization.resourcePolicy?.id === id
    ? ownArn(inside, `resourcepolicy/${organization.id}/${id}`)
    : undefined
}

const homeOf = ({ organization: { id, management } }: Inside): Home => ({
  organization: id,
  management,
})

const ownArn = (inside: Inside, resource: string): string => arn(homeOf(inside), resource)

const arnOfPolicy = (inside: Inside, type: unknown, id: string): string | undefined => {
  const kind = wordFor(type)?.toLowerCase()
  const isBuiltin = inside.rules.builtinPolicy?.id === id
  return kind && policyArn(isBuiltin ? undefined : homeOf(inside), kind, id)
}

/** The type that is named, or that of the policy that is. */
const typeOf = (inside: Inside, args: Said): string | undefined =>
  wordFor(args['type'] ?? policyOf(inside, textOf(args['policy']) ?? '')?.type)

const wordFor = (type: unknown): string | undefined =>
  typeof type === 'string' ? textOf(policyType.write(type)) : undefined

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined
