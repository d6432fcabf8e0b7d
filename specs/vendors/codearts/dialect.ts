import type { Dialect } from '../../vendor/dialect.ts'
import { integer, list, member, record, Unreadable, type Lens } from '../../vendor/lens.ts'
import type { Args, Result } from '../../vocabulary/verbs.ts'

type Endpoint = NonNullable<Args<'revokeEndpoints'>['endpoints']>[number]

const endpoint: Lens<Endpoint> = record<Endpoint>({
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

const members: Lens<Args<'revokeEndpoints'>> = record<Args<'revokeEndpoints'>>({
  region: member('region'),
  enterprise: member('enterprise_id'),
  endpoints: member('vpceps', list(endpoint)),
})

/** The region has to be named (line 461); who names none means one of those that the document lists. */
const revocation: Lens<Args<'revokeEndpoints'>> = {
  write: (args) => ({ region: 'ap-southeast-3', ...(members.write(args) as object) }),
  read: (json) => members.read(json),
}

/** How CodeArts says the one verb it has. */
export const codeartsDialect: Dialect = {
  revokeEndpoints: {
    operation: 'DeleteVPCEPAccessControlInformation',
    args: revocation,
    result: revoked,
  },
}
