import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BroadcastChannel } from 'node:worker_threads'

import { createVitest, type Reporter, type Vitest } from 'vitest/node'

import type { RunRequest, RunnerMessage, SuiteMessage } from '../../suites/runner/messages.ts'

/** Who listens to a suite at work, and what may stop it. */
export interface RunListeners {
  readonly reporters: readonly Reporter[]
  /** hears what the suite says past the runner */
  readonly heard: (message: SuiteMessage) => void
  readonly signal: AbortSignal
}

const top = fileURLToPath(new URL('../..', import.meta.url))
/** Whether this is the built package: JavaScript that Node reads by itself. */
const built = !import.meta.url.endsWith('.ts')
const suite = `suites/runner/conformance.test.${built ? 'js' : 'ts'}`

/**
 * Asks every check of an request, one test each, in a worker thread: the embedded endpoint keeps the main thread. The
 * runner meets no configuration but this: not of the project it is installed in, nor of its user. Resolves when every
 * check is judged; when the signal has fired, what is under way comes to an end and nothing new is begun.
 */
export async function startVitest(request: RunRequest, listening: RunListeners): Promise<void> {
  const channel = openSuiteChannel(request.channel, listening)
  // what the runner keeps between its runs is of no use to the next one
  const cacheDir = join(tmpdir(), request.channel)
  try {
    const vitest = await createVitest('test', settingsOf(request, listening.reporters), {
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

/** The runner's end of the talk with the suite: a stop that comes before the suite is there waits for it. */
const openSuiteChannel = (
  name: string,
  { heard, signal }: RunListeners,
): { readonly close: () => void } => {
  const channel = new BroadcastChannel(name)
  const say = (message: RunnerMessage): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows, not of threads
    channel.postMessage(message)
  }
  channel.addEventListener('message', (event) => {
    const { data } = event as Event & { readonly data: SuiteMessage }
    if (data.kind === 'ready') say(signal.aborted ? 'stop' : 'go')
    heard(data)
  })
  const stop = (): void => say('stop')
  signal.addEventListener('abort', stop, { once: true })
  return {
    close: () => {
      signal.removeEventListener('abort', stop)
      channel.close()
    },
  }
}

type Settings = Parameters<typeof createVitest>[1]

const settingsOf = (request: RunRequest, reporters: readonly Reporter[]): Settings => ({
  config: false,
  watch: false,
  root: top,
  dir: top,
  include: [suite],
  exclude: [],
  reporters: [...reporters],
  provide: { request },
  pool: 'threads',
  maxWorkers: 1,
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
  // what needs no transforming is not transformed: half the memory, and sooner
  ...(built && { server: { deps: { external: [/\.js$/] } } }),
})

const finish = async (vitest: Vitest): Promise<void> => {
  try {
    await vitest.start()
  } finally {
    await vitest.close()
  }
}
