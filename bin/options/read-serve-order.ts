import { cloudVendors } from '../../endpoint/cloud/cloud.ts'
import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { Fault } from '../../endpoint/fault.ts'
import type { Variant } from '../../endpoint/variant.ts'
import { didYouMean } from '../../harness/nearest.ts'
import { problemsOf, quoted, type Problem } from '../../harness/problem.ts'
import { readVendorIds } from '../../harness/read-vendor-ids.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { readWhole, type Reading } from './numbers.ts'
import { readCloud, type CloudFlags, type CloudOrder } from './read-cloud.ts'
import { readVariants, unattested } from './read-variants.ts'

/** What may be said to `serve`. */
export interface ServeFlags extends CloudFlags {
  readonly vendor: readonly string[]
  readonly port: string
  readonly region: readonly string[]
  readonly fault?: string
  readonly variant: readonly string[]
  readonly clock?: true
  readonly keep?: true
}

/** What is to be started, where. */
export interface ServeOrder {
  readonly vendors: readonly VendorId[]
  readonly port: number
  /** none where each vendor serves its own */
  readonly regions: readonly string[]
  readonly fault?: Fault
  readonly variants: readonly Variant[]
  readonly cloud?: CloudOrder
  /** its clock can be set forward */
  readonly movable: boolean
  /** it goes on when whoever started it has ended */
  readonly keep: boolean
}

/** Reads what was asked for; lists all that is wrong with it at once. */
export async function readServeOrder(
  flags: ServeFlags,
): Promise<ServeOrder | { readonly problems: readonly Problem[] }> {
  const all = flags.vendor.length === 0 && flags.cloud !== undefined
  const order = await readEndpoints(all ? { ...flags, vendor: cloudVendors } : flags)
  const cloud = readCloud(flags, 'vendors' in order ? order.vendors : [])
  if (!('problems' in order || 'problems' in cloud)) return { ...order, ...cloud }
  return { problems: [order, cloud].flatMap(problemsOf) }
}

const readEndpoints = async (
  flags: ServeFlags,
): Promise<ServeOrder | { readonly problems: readonly Problem[] }> => {
  const ids = readVendorIds(flags.vendor)
  const port = readWhole('--port', flags.port, [0, highestPort])
  const fault = await readFault(flags.fault)
  const make = await readVariants(flags.variant)
  const regions = flags.region.filter((name) => !isRegion(name)).map(badRegion)
  const problems = [...[ids, port, fault, make].flatMap(problemsOf), ...regions]
  const read = 'vendors' in ids && 'value' in port && 'value' in fault && 'variants' in make
  if (!read || problems.length > 0) return { problems }
  const order = {
    vendors: ids.vendors,
    port: port.value,
    regions: flags.region,
    variants: make.variants,
    ...(fault.value && { fault: fault.value }),
    movable: flags.clock === true,
    keep: flags.keep === true,
  }
  const misfits = misfitsOf(order)
  return misfits.length > 0 ? { problems: misfits } : order
}

/** What is right alone, and wrong together. */
const misfitsOf = ({ vendors, port, variants }: ServeOrder): readonly Problem[] => {
  const count = vendors.length
  const room = port === 0 || port + count - 1 <= highestPort
  return [...unattested(variants, vendors), ...(room ? [] : [portsMissing(count)])]
}

const readFault = async (name: string | undefined): Promise<Reading<Fault | undefined>> => {
  if (name === undefined) return { value: undefined }
  const all = await loadFaults()
  const value = all.find((fault) => fault.name === name)
  return value === undefined ? { problem: unknownFault(name, all) } : { value }
}

const isRegion = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/u.test(name)

const badRegion = (name: string): Problem => ({
  code: 'REGION_SYNTAX',
  message: `--region is ${quoted(name)}`,
  hint: 'a region is written in small letters, digits and hyphens',
})

const highestPort = 65_535

const portsMissing = (count: number): Problem => ({
  code: 'NO_PORT',
  message: `--port leaves no room for ${count} endpoints: ports end with ${highestPort}`,
  hint: `give a port of ${highestPort - count + 1} at most, or fewer --vendor`,
})

const unknownFault = (name: string, all: readonly Fault[]): Problem => ({
  code: 'UNKNOWN_FAULT',
  message: `--fault is ${quoted(name)}, and there is no such fault`,
  hint:
    didYouMean(
      name,
      all.map((fault) => fault.name),
    ) ?? 'orgproof serve --list-faults shows every one',
})
