import { Command } from 'commander'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { Fault } from '../../endpoint/fault.ts'
import { type Endpoint, startEndpoint } from '../../endpoint/server.ts'
import { clientEnvironment } from '../../harness/client-environment.ts'
import { didYouMean } from '../../harness/nearest.ts'
import { exitCodes, problemsOf, quoted, type Problem } from '../../harness/problem.ts'
import { readVendorIds } from '../../harness/read-vendor-ids.ts'
import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { readWhole, type Reading } from '../options/numbers.ts'
import { repeatable } from '../options/repeatable.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

/** `orgproof serve`: the embedded endpoint of each vendor on a port of its own, until SIGINT, SIGTERM or SIGHUP. */
export function serveCommand(shell: Shell): Command {
  return new Command('serve')
    .description('start the embedded endpoint on 127.0.0.1 and print how to call it')
    .option(
      '--vendor <id>',
      `whose API: ${knownVendors.join(', ')} (repeatable; all)`,
      repeatable,
      [],
    )
    .option('--port <number>', 'first port; 0 takes any free one', '0')
    .option(
      '--region <name>',
      "a region that signatures may be of (repeatable; the vendor's own)",
      repeatable,
      [],
    )
    .option('--fault <name>', 'be wrong in one way (see --list-faults)')
    .option('--list-faults', 'print the ways to be wrong, and stop')
    .option('--json', 'print for machines')
    .action((options: ServeOptions) => serve(shell, options))
}

interface ServeOptions {
  readonly vendor: readonly string[]
  readonly port: string
  readonly region: readonly string[]
  readonly fault?: string
  readonly listFaults?: true
  readonly json?: true
}

interface Served {
  readonly vendor: Vendor
  readonly endpoint: Endpoint
  /** the first region that is served */
  readonly region: string
}

const serve = async (shell: Shell, options: ServeOptions): Promise<void> => {
  const order = await readOrder(options)
  if ('problems' in order) return fail(shell, exitCodes.usage, order.problems)
  if (options.listFaults === true) return listFaults(shell, options.json === true)
  const served = await startAll(order)
  if ('code' in served) return fail(shell, exitCodes.usage, [served])
  print(shell, options.json === true ? asJson(served) : asText(served))
  const stop = async (): Promise<void> => {
    await Promise.all(served.map(({ endpoint }) => endpoint.close()))
    for (const trouble of served.flatMap(({ endpoint }) => endpoint.troubles())) {
      shell.stderr.write(`orgproof: the endpoint itself was wrong: ${trouble}\n`)
    }
    shell.exitCode = exitCodes.interrupted
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop())
}

/** What is to be started, where. */
interface Order {
  readonly vendors: readonly VendorId[]
  readonly port: number
  /** none where each vendor serves its own */
  readonly regions: readonly string[]
  readonly fault?: Fault
}

/** Reads what was asked for; lists all that is wrong with it at once. */
const readOrder = async (
  options: ServeOptions,
): Promise<Order | { readonly problems: readonly Problem[] }> => {
  const ids = readVendorIds(options.vendor)
  const port = readWhole('--port', options.port, [0, highestPort])
  const fault = await readFault(options.fault)
  const regions = options.region.filter((name) => !isRegion(name)).map(badRegion)
  const problems = [...problemsOf(ids), ...problemsOf(port), ...regions, ...problemsOf(fault)]
  if (!('vendors' in ids) || !('value' in port) || !('value' in fault)) return { problems }
  if (regions.length > 0) return { problems }
  const count = ids.vendors.length
  if (port.value > 0 && port.value + count - 1 > highestPort) {
    return { problems: [portsMissing(count)] }
  }
  const named = { vendors: ids.vendors, port: port.value, regions: options.region }
  return { ...named, ...(fault.value && { fault: fault.value }) }
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

/** Starts one endpoint after the other; when one can not start, those that did are closed again. */
const startAll = async (order: Order): Promise<readonly Served[] | Problem> => {
  const served: Served[] = []
  try {
    for (const id of order.vendors) {
      const vendor = await loadVendor(id)
      const port = order.port === 0 ? 0 : order.port + served.length
      const endpoint = await startEndpoint(vendor, settingsOf({ ...order, port }))
      served.push({ vendor, endpoint, region: order.regions[0] ?? vendor.region })
    }
    return served
  } catch (error) {
    await Promise.all(served.map(({ endpoint }) => endpoint.close()))
    const problem = notStarted(error)
    if (problem === undefined) throw error
    return problem
  }
}

const settingsOf = ({
  port,
  regions,
  fault,
}: Omit<Order, 'vendors'>): Parameters<typeof startEndpoint>[1] => ({
  port,
  clock: Date.now,
  random: Math.random,
  ...(regions.length > 0 && { regions }),
  ...(fault && { fault }),
})

const listFaults = async (shell: Shell, json: boolean): Promise<void> => {
  const faults = await loadFaults()
  const rows = faults.map(({ name, description, breaks }) => ({ name, description, breaks }))
  const width = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows.map(({ name, description }) => `${name.padEnd(width)}  ${description}`)
  print(shell, json ? JSON.stringify(rows, null, 2) : lines.join('\n'))
}

const asJson = (served: readonly Served[]): string =>
  JSON.stringify({
    endpoints: served.map(({ vendor, endpoint, region }) => ({
      vendor: vendor.id,
      url: endpoint.url.origin,
      environment: clientEnvironment(vendor, endpoint.url, region),
    })),
  })

const asText = (served: readonly Served[]): string =>
  served
    .map(({ vendor, endpoint, region }) => {
      const variables = Object.entries(clientEnvironment(vendor, endpoint.url, region))
      const exports = variables.map(([name, value]) => `  export ${name}=${value}`)
      return [`${vendor.id}  ${endpoint.url.origin}`, ...exports].join('\n')
    })
    .join('\n')

/** What is wrong with a port; undefined when it is not the port. */
const notStarted = (error: unknown): Problem | undefined => {
  const { message, code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return { code: 'PORT_IN_USE', message, hint: 'choose another --port, or 0 for any free one' }
  }
  if (code !== 'EACCES' && code !== 'EADDRNOTAVAIL') return undefined
  return { code: 'PORT_DENIED', message, hint: 'choose a --port of 1024 or more' }
}
