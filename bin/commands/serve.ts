import { Command, InvalidArgumentError } from 'commander'
import type { Fault } from '../../endpoint/fault.ts'
import { loadFaults } from '../../endpoint/load-faults.ts'
import { type Endpoint, startEndpoint } from '../../endpoint/server.ts'
import type { Vendor } from '../../specs/vendor.ts'
import { knownVendors, loadVendor } from '../../specs/vendors.ts'
import { clientEnvironment } from '../client-environment.ts'
import { didYouMean } from '../nearest.ts'
import { exitCodes, problemText, type Problem } from '../problem.ts'

/** `orgproof serve`: the embedded endpoint of each vendor on a port of its own, until Ctrl-C or SIGTERM. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('start the embedded endpoint on 127.0.0.1 and print how to call it')
    .option('--vendor <id>', `whose API: ${knownVendors.join(', ')} (repeatable; all)`, vendors, [])
    .option('--port <number>', 'first port; 0 takes any free one', port, 0)
    .option(
      '--region <name>',
      "a region that signatures may be of (repeatable; the vendor's own)",
      regionNames,
      [],
    )
    .option('--fault <name>', 'be wrong in one way (see --list-faults)')
    .option('--list-faults', 'print the ways to be wrong, and stop')
    .option('--json', 'print for machines')
    .action(serve)
}

interface ServeOptions {
  readonly vendor: readonly string[]
  readonly port: number
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

const serve = async (options: ServeOptions): Promise<void> => {
  if (options.listFaults === true) return listFaults(options.json === true)
  const fault = options.fault === undefined ? undefined : await wanted(options.fault)
  if (options.fault !== undefined && fault === undefined) return
  const served = await startAll(options, fault)
  if (served === undefined) return
  console.log(options.json === true ? asJson(served) : asText(served))
  const stop = async (): Promise<void> => {
    await Promise.all(served.map(({ endpoint }) => endpoint.close()))
    for (const trouble of served.flatMap(({ endpoint }) => endpoint.troubles())) {
      console.error(`orgproof: the endpoint itself was wrong: ${trouble}`)
    }
    process.exitCode = 0
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

const wanted = async (name: string): Promise<Fault | undefined> => {
  const faults = await loadFaults()
  const found = faults.find((fault) => fault.name === name)
  if (found !== undefined) return found
  const names = faults.map((fault) => fault.name)
  return fail(exitCodes.usage, {
    code: 'UNKNOWN_FAULT',
    message: `there is no fault ${name}`,
    hint: didYouMean(name, names) ?? 'orgproof serve --list-faults shows every one',
  })
}

/** Starts one endpoint after the other; when one can not start, those that did are closed again. */
const startAll = async (
  options: ServeOptions,
  fault: Fault | undefined,
): Promise<readonly Served[] | undefined> => {
  const served: Served[] = []
  try {
    for (const id of options.vendor.length === 0 ? knownVendors : options.vendor) {
      const vendor = await loadVendor(id as Vendor['id'])
      const at = options.port === 0 ? 0 : options.port + served.length
      const { region: regions } = options
      const settings = { ...settingsOf(at, fault), ...(regions.length > 0 && { regions }) }
      const endpoint = await startEndpoint(vendor, settings)
      served.push({ vendor, endpoint, region: regions[0] ?? vendor.region })
    }
    return served
  } catch (error) {
    await Promise.all(served.map(({ endpoint }) => endpoint.close()))
    return fail(exitCodes.harness, notStarted(error))
  }
}

const settingsOf = (at: number, fault: Fault | undefined): Parameters<typeof startEndpoint>[1] => ({
  port: at,
  clock: Date.now,
  random: Math.random,
  ...(fault && { fault }),
})

const listFaults = async (json: boolean): Promise<void> => {
  const faults = await loadFaults()
  const rows = faults.map(({ name, description, breaks }) => ({ name, description, breaks }))
  const width = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows.map(({ name, description }) => `${name.padEnd(width)}  ${description}`)
  console.log(json ? JSON.stringify(rows, null, 2) : lines.join('\n'))
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

const vendors = (id: string, before: readonly string[]): readonly string[] => {
  if (knownVendors.some((known) => known === id)) return [...before, id]
  throw new InvalidArgumentError(`Known vendors: ${knownVendors.join(', ')}.`)
}

const regionNames = (name: string, before: readonly string[]): readonly string[] => {
  if (/^[a-z0-9][a-z0-9-]{0,63}$/u.test(name)) return [...before, name]
  throw new InvalidArgumentError('A region is written in small letters, digits and hyphens.')
}

const port = (text: string): number => {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
}

const notStarted = (error: unknown): Problem => {
  const { message, code } = error as NodeJS.ErrnoException
  return code === 'EADDRINUSE'
    ? { code: 'PORT_IN_USE', message, hint: 'choose another --port, or 0 for any free one' }
    : { code: 'NOT_STARTED', message }
}

const fail = (code: number, problem: Problem): undefined => {
  console.error(problemText([problem]))
  process.exitCode = code
}
