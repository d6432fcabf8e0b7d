/**
 * The embedded endpoint, for tests of clients: the API of a vendor on a free port of the loopback interface, in a world of its
 * own that is empty at first.
 *
 *     const endpoint = await startEndpoint({ vendor: 'aws' })
 *     const client = new OrganizationsClient({ endpoint: endpoint.url, region: endpoint.region, credentials: endpoint.credentials() })
 *     await endpoint.close()
 */

import { loadFaults } from '../endpoint/fault-kit/load-faults.ts'
import { startEndpoint as start } from '../endpoint/server.ts'
import { loadVariants } from '../endpoint/variant-kit/load-variants.ts'
import type { Vendor, VendorId } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { clientEnvironment } from './client-environment.ts'
import { didYouMean } from './nearest.ts'
import { seededRandom } from './selftest/seeded-random.ts'

export type { VendorId } from '../specs/vendor/vendor.ts'

/** How an endpoint is started. */
export interface EndpointOptions {
  readonly vendor: VendorId
  /** any free port unless said */
  readonly port?: number
  /** a way to be wrong, as `orgproof serve --list-faults` names them */
  readonly fault?: string
  /** ways to be of other make, as `orgproof serve --list-variants` names them */
  readonly variants?: readonly string[]
  /** ids are the same each time; by chance unless said */
  readonly seed?: number
  /** its time, in milliseconds since 1970-01-01T00:00Z: the system's unless said */
  readonly clock?: () => number
}

/** Keys that an account calls with; any account may call. */
export interface EndpointCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** An endpoint that runs. */
export interface RunningEndpoint {
  /** without a slash at its end */
  readonly url: string
  readonly region: string
  /** the variables that point the vendor's own command line and SDKs at it */
  readonly environment: Readonly<Record<string, string>>
  /** the keys of an account by its id; of the vendor's example account unless said */
  readonly credentials: (account?: string) => EndpointCredentials
  /** what it answered with an internal error, and why: empty unless the endpoint itself is wrong */
  readonly troubles: () => readonly string[]
  /** ends every connection and frees the port */
  readonly close: () => Promise<void>
}

/**
 * Starts the embedded endpoint. Rejects with the system's error (`EADDRINUSE` …) where the port can not be had, and with a
 * `RangeError` for a fault or variant that there is not.
 */
export async function startEndpoint(options: EndpointOptions): Promise<RunningEndpoint> {
  const vendor = await loadVendor(options.vendor)
  const { port = 0, clock = Date.now, seed } = options
  const random = seed === undefined ? Math.random : seededRandom(seed, vendor.id)
  const make = await makeOf(options)
  const { url, troubles, close } = await start(vendor, { port, clock, random, ...make })
  return {
    url: url.origin,
    region: vendor.region,
    environment: clientEnvironment(vendor, url),
    credentials: credentialsOf(vendor),
    troubles,
    close,
  }
}

const credentialsOf =
  ({ referenceEndpoint: { exampleAccount, secret } }: Vendor): RunningEndpoint['credentials'] =>
  (account = exampleAccount) => ({ accessKeyId: account, secretAccessKey: secret })

/** Of what another vendor can be like nothing is taken: an endpoint that is right would prove nothing. */
const makeOf = async ({ vendor, fault, variants = [] }: EndpointOptions) => {
  const faults = (await loadFaults()).filter(({ breaks }) => breaks[vendor] !== undefined)
  const all = (await loadVariants()).filter(({ evidence }) => evidence[vendor] !== undefined)
  const [wrong] = fault === undefined ? [] : named([fault], faults, `fault of ${vendor}`)
  return { ...(wrong && { fault: wrong }), variants: named(variants, all, `variant of ${vendor}`) }
}

const named = <T extends { readonly name: string }>(
  names: readonly string[],
  all: readonly T[],
  kind: string,
): readonly T[] =>
  names.map((name) => {
    const found = all.find((one) => one.name === name)
    if (found !== undefined) return found
    const hint = didYouMean(
      name,
      all.map((one) => one.name),
    )
    throw new RangeError(`there is no ${kind} ${name}${hint === undefined ? '' : `: ${hint}`}`)
  })
