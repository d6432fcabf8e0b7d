import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BroadcastChannel } from 'node:worker_threads'

import { createVitest, type Reporter, type Vitest } from 'vitest/node'

import type { Order } from '../../suites/told.ts'

/** The suite at work. */
export interface Asking {
  /** resolves when every check is judged, or the run was stopped */
  readonly done: Promise<void>
  /** lets what is under way come to an end; nothing new is begun */
  readonly stop: () => void
}

const top = fileURLToPath(new URL('../..', import.meta.url))
/** Whether this is the built package: JavaScript that Node reads by itself. */
const built = !import.meta.url.endsWith('.ts')
const suite = `suites/conformance.test.${built ? 'js' : 'ts'}`

/**
 * Asks every check of an order, one test each, in a worker thread: the embedded endpoint keeps the main thread. The
 * runner meets no configuration but this: not of the project it is installed in, nor of its user.
 */
export async function ask(
  order: Order,
  reporters: readonly Reporter[],
  out: string,
): Promise<Asking> {
  const vitest = await createVitest('test', settingsOf(order, reporters), {
    cacheDir: join(out, '.runner'),
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    css: { postcss: {} },
  })
  // the runner ends the process at once on these; a stopped run still has its report to write
  process.removeAllListeners('SIGINT')
  process.removeAllListeners('SIGTERM')
  return { done: finish(vitest), stop: () => broadcast(order.stop) }
}

type Settings = Parameters<typeof createVitest>[1]

const settingsOf = (order: Order, reporters: readonly Reporter[]): Settings => ({
  config: false,
  watch: false,
  root: top,
  dir: top,
  include: [suite],
  exclude: [],
  reporters: [...reporters],
  provide: { order },
  pool: 'threads',
  maxWorkers: 1,
  isolate: false,
  maxConcurrency: Number.MAX_SAFE_INTEGER,
  // every exchange has its deadline and every wait its end: the suite bounds itself
  testTimeout: 0,
  hookTimeout: 0,
  passWithNoTests: true,
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

const broadcast = (name: string): void => {
  const channel = new BroadcastChannel(name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows, not of threads
  channel.postMessage('stop')
  channel.close()
}
