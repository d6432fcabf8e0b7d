import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

import { hang } from '../testing/hang.ts'
import { program } from '../testing/program.ts'
import type { BadInput } from './bad-input.ts'

/** What a process came to. */
export interface Ended {
  /** null when it was killed: by the system, or since it hung */
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** What a process took, on all its threads together. */
export interface Spent {
  readonly cpuSeconds: number
  /** the most that it had in memory at once, in MiB */
  readonly peakMegabytes: number
}

type Given = Pick<BadInput, 'words' | 'env'>

/** Gives an input to the command line in a process of its own. */
export async function enterSpawned(input: Given, out: string): Promise<Ended> {
  return (await measureSpawned(input, out)).ended
}

/**
 * The same, with what the process took: its own account of processor time and memory, which does not depend on what
 * else the machine does. It is missing where the process was killed.
 */
export async function measureSpawned(
  { words, env }: Given,
  out: string,
): Promise<{ readonly ended: Ended; readonly spent: Spent | undefined }> {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$)/.test(name))
  const child = spawn(process.execPath, ['--import', accounting, program, ...words], {
    env: { ...Object.fromEntries(own), ORGPROOF_OUT: out, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: hang,
    killSignal: 'SIGKILL',
  })
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [printed = '', error = '', spent = ''] = await Promise.all(
    child.stdio.slice(1).map((stream) => text(stream as Readable)),
  )
  return {
    ended: { code: await code, out: printed, error },
    spent: spent === '' ? undefined : (JSON.parse(spent) as Spent),
  }
}

/**
 * A module that a process loads before all others, and that writes at its end what it took. Linux is asked for the
 * peak itself: the figure of getrusage begins with that of the process it was started from.
 */
const accounting = `data:text/javascript,${encodeURIComponent(`
import { existsSync, readFileSync, writeSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const peak = Number(/^VmHWM:\\s*(\\d+) kB/m.exec(status)?.[1] ?? maxRSS) / 1024
  writeSync(3, JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: peak }))
})
`)}`
