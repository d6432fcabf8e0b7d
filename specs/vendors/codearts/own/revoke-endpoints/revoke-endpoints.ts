import { done, refused, type Decision, type Situation } from '../../../../model/decision.ts'
import { integer, list, member, record, Unreadable, type Lens } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Args, Result } from '../../../../vocabulary/verbs.ts'
import profile from '../../profile.json' with { type: 'json' }

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** takes away the right of private network endpoints to get in */
    revokeEndpoints: Own<'endpoint-access', Revocation, { readonly total?: number }>
  }
}

interface Endpoint {
  readonly endpoint?: string
  readonly description?: string
}

interface Revocation {
  readonly region?: string
  readonly enterprise?: string
  readonly endpoints?: readonly Endpoint[]
}

const endpointMembers: Lens<Endpoint> = record<Endpoint>({
  endpoint: member('vpcep_id'),
  description: member('description'),
})

interface Status {
  readonly status: string
  readonly total?: number
}

const status: Lens<Status> = record<Status>(
  { status: member('status'), total: member('total', integer) },
  ['status'],
)

/** A success says so in a word (line 484); how many entries it speaks of is not needed. */
const revoked: Lens<Result<'revokeEndpoints'>> = {
  write: (result) => status.write({ status: 'ok', ...result }),
  read: (json) => {
    const { status: said, ...result } = status.read(json)
    if (said !== 'ok') throw new Unreadable('/status', `is ${said}, not ok`)
    return result
  },
}

const members: Lens<Revocation> = record<Revocation>({
  region: member('region'),
  enterprise: member('enterprise_id'),
  endpoints: member('vpceps', list(endpointMembers)),
})

/** The region has to be named (line 461); who names none means one of those that the document lists. */
const revocation: Lens<Revocation> = {
  write: (args) => ({ region: 'ap-southeast-3', ...(members.write(args) as object) }),
  read: (json) => members.read(json),
}

/** All of them or none, by any account. */
const revoke = (
  { world, rules, caller }: Situation,
  args: Args<'revokeEndpoints'>,
): Decision<Result<'revokeEndpoints'>> => {
  const present = world.endpoints.get(caller.id) ?? rules.endpoints
  const gone = new Set((args.endpoints ?? []).flatMap((one) => one.endpoint ?? []))
  const unknown = [...gone].find((one) => !present.includes(one))
  if (unknown !== undefined)
    return refused('endpointNotFound', `endpoints: ${unknown} is not let in`)
  const left = present.filter((one) => !gone.has(one))
  return done({ total: gone.size }, { endpoints: [{ account: caller.id, left }] })
}

const [endpoint = ''] = profile.endpoints

/** Takes network endpoints off the list of those that an account lets in. */
export const revokeEndpoints: OwnOperation<'revokeEndpoints'> = {
  verb: 'revokeEndpoints',
  feature: { id: 'endpoint-access', title: 'Network endpoints lose their access' },
  row: {
    operation: 'DeleteVPCEPAccessControlInformation',
    args: revocation,
    result: revoked,
  },
  rule: revoke,
  harmless: { args: { endpoints: [{ endpoint }] }, once: true },
  lasting: 'no operation lets an endpoint in again',
  template: {
    caller: 'standalone',
    resources: ['standalone'],
    input: {
      region: 'ap-southeast-3',
      enterprise_id: 'orgproof-tenant',
      vpceps: [{ vpcep_id: 'orgproof-endpoint-1', description: 'of orgproof' }],
    },
    needed: ['vpceps'],
    references: { 'vpceps/0/vpcep_id': { unknown: 'endpoint', refusal: 'endpointNotFound' } },
    yields: ['/status'],
    writes: true,
  },
}
