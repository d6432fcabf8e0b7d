import { placeFor, type IdentityReading } from '../../specs/vendor/identity-service.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { openConnection } from '../../suites/client/connection.ts'
import {
  routeOf,
  type GivenAccounts,
  type Principal,
  type Target,
} from '../../suites/client/target.ts'
import { askIdentity } from './ask-identity.ts'
import { principalsIn, type NamedPrincipal } from './principals.ts'

/** What an identity service said of a principal. */
export interface ToldPrincipal extends NamedPrincipal {
  /** the URL of the service; absent where none is known */
  readonly service?: string
  readonly reading?: IdentityReading
}

/** What is asked with. */
export interface AskingParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly stopped: AbortSignal
  /** waits before a further try, so many milliseconds */
  readonly pause: (milliseconds: number) => Promise<void>
}

/** Milliseconds that one answer may take at most: who somebody is, is known or is not. */
const longest = 10_000

/** Asks the vendor's identity service about everybody that a target names, all at once. */
export function askPrincipals(
  parts: AskingParts,
  accounts: GivenAccounts,
): Promise<readonly ToldPrincipal[]> {
  return Promise.all(
    principalsIn(accounts).map(async (named) => {
      const service = serviceFor(parts, named.principal)
      if (service === undefined) return named
      return { ...named, service, reading: await askAt(service, parts, named.principal) }
    }),
  )
}

/** The service that the target names, or the public one for its endpoint. */
const serviceFor = (
  { vendor, target }: AskingParts,
  { credentials }: Principal,
): string | undefined =>
  target.identityEndpoint ??
  placeFor(vendor.identity.places(credentials), new URL(target.endpoint), target.region)

const askAt = async (
  service: string,
  { vendor, target, stopped, pause }: AskingParts,
  { credentials }: Principal,
): Promise<IdentityReading> => {
  const endpoint = new URL(service)
  const { region } = target
  const deadline = Math.min(longest, target.deadline)
  const connection = openConnection(endpoint, { ...routeOf(target), deadline, connections: 1 })
  const asking = { vendor, connection, endpoint, region, now: Date.now, pause, stopped }
  try {
    return await askIdentity(asking, credentials)
  } finally {
    await connection.close()
  }
}
