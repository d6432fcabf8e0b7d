import { exitCodes } from '../../harness/exit-codes.ts'
import type { Interruption } from '../../harness/run/interruption.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let armed: Interruption | undefined

/**
 * Watches for SIGINT, SIGTERM and SIGHUP from now on: the first one only tells, so that what was written can be taken
 * back and what is known is still reported; the second one ends the process with 130. Libraries that end the process
 * themselves are kept from listening. Imports next to nothing, so that it can come before everything else.
 */
export function armInterruption(): Interruption {
  if (armed !== undefined) return armed
  const controller = new AbortController()
  const interruption: Interruption = { signal: controller.signal }
  const onSignal = (): void => {
    if (controller.signal.aborted) {
      for (const line of interruption.lastWords?.() ?? []) process.stderr.write(`${line}\n`)
      process.exit(exitCodes.interrupted)
    }
    process.stderr.write('\nstopping; once more to quit at once\n')
    // also where everything is done by now but the last words
    process.exitCode = exitCodes.interrupted
    controller.abort()
  }
  for (const name of signals) process.on(name, onSignal)
  process.on('newListener', (name: string | symbol, listener: () => void) => {
    if (!signals.some((known) => known === name)) return
    process.nextTick(() => process.off(name, listener))
  })
  armed = interruption
  return interruption
}
