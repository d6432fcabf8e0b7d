import { Command } from 'commander'

import { cloudOf } from '../../endpoint/cloud/cloud.ts'
import { type Endpoint, startEndpoint } from '../../endpoint/server.ts'
import { clientEnvironment } from '../../harness/client-environment.ts'
import { exitCodes, type Problem } from '../../harness/problem.ts'
import { once } from '../../specs/contract/once.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { readServeOrder, type ServeFlags, type ServeOrder } from '../options/read-serve-order.ts'
import { repeatable } from '../options/repeatable.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'
import { whenStarterEnds } from '../shell/starters.ts'
import { cloudEnvironment } from './cloud-files.ts'
import { listFaults, listVariants } from './list-makes.ts'
import { serveHints } from './serve-text.ts'
import { writeCloud } from './write-cloud.ts'

/** `orgproof serve`: the embedded endpoint of each vendor on a port of its own, until SIGINT, SIGTERM or SIGHUP, or until whoever started it ends. */
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
    .option(
      '--variant <name>',
      'be of other make, and right all the same (repeatable; see --list-variants)',
      repeatable,
      [],
    )
    .option(
      '--cloud [manner]',
      'be like a real cloud: an organization of others, five accounts, and as rough as quiet, usual or rough',
    )
    .option('--target-out <file>', 'write the target file of the cloud')
    .option(
      '--profiles-out <dir>',
      'keep temporary keys there, as the tools of the vendor do, and renew them',
    )
    .option('--clock', 'print where its clock is set forward: POST {"seconds": n}')
    .option('--session <seconds>', 'how long temporary keys are good (900)')
    .option('--list-variants', 'print the ways to be of other make, and stop')
    .option('--keep', 'go on when whoever started it has ended')
    .option('--json', 'print for machines')
    .action((options: ServeOptions) => serve(shell, options))
}

interface ServeOptions extends ServeFlags {
  readonly listFaults?: true
  readonly listVariants?: true
  readonly json?: true
}

interface Served {
  readonly vendor: Vendor
  readonly endpoint: Endpoint
  /** the first region that is served */
  readonly region: string
  readonly environment: Readonly<Record<string, string>>
}

const serve = async (shell: Shell, options: ServeOptions): Promise<void> => {
  const order = await readServeOrder(options)
  if ('problems' in order) return fail(shell, exitCodes.usage, order.problems)
  if (options.listFaults === true) return listFaults(shell, options.json === true)
  if (options.listVariants === true) return listVariants(shell, options.json === true)
  const served = await startAll(order)
  if ('code' in served) return fail(shell, exitCodes.usage, [served])
  const files = await writeFiles(shell, order, served)
  if (files === 'unwritable') return closeAll(served)
  if (options.json !== true)
    shell.stderr.write(
      `${serveHints(
        order,
        served.map(({ vendor }) => vendor),
      )}\n`,
    )
  print(shell, options.json === true ? asJson(served) : asText(served))
  serveUntilStopped(shell, served, { keep: order.keep, closeFiles: files.close })
}

/** What a cloud has on disk; nothing where none is served. */
const writeFiles = async (shell: Shell, { cloud }: ServeOrder, [first]: readonly Served[]) =>
  cloud && first ? writeCloud(shell, cloud, first) : { close: () => {} }

const serveUntilStopped = (
  shell: Shell,
  served: readonly Served[],
  { keep, closeFiles }: { readonly keep: boolean; readonly closeFiles: () => void },
): void => {
  const stop = once(async (): Promise<void> => {
    closeFiles()
    await closeAll(served)
    for (const trouble of served.flatMap(({ endpoint }) => endpoint.troubles())) {
      shell.stderr.write(`orgproof: the endpoint itself was wrong: ${trouble}\n`)
    }
    shell.exitCode = exitCodes.interrupted
  })
  const follow = (): void => {
    shell.stderr.write('orgproof: whoever started it has ended, and so does it (--keep)\n')
    void stop()
  }
  if (!keep) whenStarterEnds(follow)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop())
}

/** Starts one endpoint after the other; when one can not start, those that did are closed again. */
const startAll = async (order: ServeOrder): Promise<readonly Served[] | Problem> => {
  const served: Served[] = []
  try {
    for (const id of order.vendors) {
      const vendor = await loadVendor(id)
      const port = order.port === 0 ? 0 : order.port + served.length
      const endpoint = await startEndpoint(vendor, settingsOf(vendor, { ...order, port }))
      const region = order.regions[0] ?? vendor.region
      const environment =
        order.cloud === undefined
          ? clientEnvironment(vendor, endpoint.url, region)
          : cloudEnvironment(vendor, order.cloud)
      served.push({ vendor, endpoint, region, environment })
    }
    return served
  } catch (error) {
    await closeAll(served)
    const problem = notStarted(error)
    if (problem === undefined) throw error
    return problem
  }
}

const closeAll = async (served: readonly Served[]): Promise<void> => {
  await Promise.all(served.map(({ endpoint }) => endpoint.close()))
}

const settingsOf = (
  vendor: Vendor,
  { port, regions, fault, variants, cloud, movable }: Omit<ServeOrder, 'vendors'>,
): Parameters<typeof startEndpoint>[1] => ({
  port,
  clock: Date.now,
  random: Math.random,
  variants: [...(cloud ? cloudOf(vendor, cloud.manner) : []), ...variants],
  ...(regions.length > 0 && { regions }),
  ...(fault && { fault }),
  movable,
})

const asJson = (served: readonly Served[]): string =>
  JSON.stringify({
    endpoints: served.map(({ vendor, endpoint, environment }) => ({
      vendor: vendor.id,
      url: endpoint.url.origin,
      ...(endpoint.clock && { clock: endpoint.clock.href }),
      environment,
    })),
  })

const asText = (served: readonly Served[]): string =>
  served
    .map(({ vendor, endpoint, environment }) => {
      const variables = Object.entries(environment)
      const exports = variables.map(([name, value]) => `  export ${name}=${value}`)
      const clock = endpoint.clock === undefined ? [] : [`  clock: ${endpoint.clock.href}`]
      return [`${vendor.id}  ${endpoint.url.origin}`, ...clock, ...exports].join('\n')
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
