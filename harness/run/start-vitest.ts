import { rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { createVitest, type Vitest } from 'vitest/node'

import type { Vendor } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { RunRequest } from '../../suites/runner/messages.ts'
import { sideBySide } from './side-by-side.ts'
import { openSuiteChannel, type SuiteListener } from './suite-channel.ts'
import { vitestReporter } from './vitest-reporter.ts'

/** Who listens to a suite at work, and what may stop it. */
export interface RunListeners extends SuiteListener {
  /** hears what breaks on our side */
  readonly broken: (why: string) => void
}

const top = fileURLToPath(new URL('../..', import.meta.url))
/** Whether this is the built package: JavaScript that Node reads by itself. */
const built = !import.meta.url.endsWith('.ts')
const suite = `suites/runner/conformance.test.${built ? 'js' : 'ts'}`

/**
 * Asks every check of a request in worker threads, as many as there are cores and targets: the embedded endpoints keep the
 * main thread. The runner meets no configuration but this: not of the project it is installed in, nor of its user. Resolves
 * when every check is judged and heard; when the signal has fired, what is under way comes to an end and nothing new is
 * begun.
 */
export async function startVitest(request: RunRequest, listeners: RunListeners): Promise<void> {
  const parts = await partsOf(request)
  const channel = openSuiteChannel(request.channel, listeners)
  // what the runner keeps between its runs is of no use to the next one
  const cacheDir = join(tmpdir(), request.channel)
  try {
    const vitest = await createVitest('test', settingsOf(parts, listeners), {
      cacheDir,
      envDir: false,
      publicDir: false,
      logLevel: 'error',
      css: { postcss: {} },
    })
    await finish(vitest)
  } finally {
    channel.close()
    rmSync(cacheDir, { recursive: true, force: true })
  }
}

type Settings = Parameters<typeof createVitest>[1]
type Project = NonNullable<Settings['projects']>[number]

/** The same request for some of its targets each. */
const partsOf = async (request: RunRequest): Promise<readonly RunRequest[]> => {
  const weighed = await Promise.all(
    request.targets.map(async (target) => ({
      target,
      weight: askedBy(await loadVendor(target.vendor)),
    })),
  )
  return sideBySide(weighed, availableParallelism()).map((part) => ({
    ...request,
    targets: part.map(({ target }) => target),
  }))
}

/** What a contract says is what is asked: its length tells about how much that is, and costs nothing to know. */
const askedBy = ({ contract }: Vendor): number => JSON.stringify(contract.openapi).length

const projectOf = (request: RunRequest, index: number): Project => ({
  extends: true,
  test: {
    name: `part ${index + 1}`,
    include: [suite],
    exclude: [],
    provide: { request },
    // what needs no transforming is not transformed: half the memory, and sooner. Projects do not inherit it.
    ...(built && { server: { deps: { external: [/\.js$/] } } }),
  },
})

const settingsOf = (parts: readonly RunRequest[], { broken }: RunListeners): Settings => ({
  config: false,
  watch: false,
  root: top,
  dir: top,
  reporters: [vitestReporter(broken)],
  projects: parts.map(projectOf),
  pool: 'threads',
  maxWorkers: parts.length,
  isolate: false,
  maxConcurrency: Number.MAX_SAFE_INTEGER,
  // every exchange has its deadline and every wait its end: the suite bounds itself
  testTimeout: 0,
  hookTimeout: 0,
  // a worker that does not end by itself is ended: what it had to say is said
  teardownTimeout: 1000,
  passWithNoTests: true,
  cache: false,
  disableConsoleIntercept: true,
  coverage: { enabled: false },
  api: false,
})

const finish = async (vitest: Vitest): Promise<void> => {
  try {
    await vitest.start()
  } finally {
    await vitest.close()
  }
}
