import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** What a whole process took, start-up included. */
export interface Measured {
  /** seconds of wall clock */
  readonly wall: number
  /** peak resident memory in MB (10^6 bytes); absent where the system does not tell */
  readonly memory?: number
  readonly exit: number | null
}

/** How often memory is looked at, in milliseconds; the kernel keeps the peak in between. */
const lookEvery = 50

/** Runs this very command line with other words, silently, and measures it from outside. */
export async function measureRun(words: readonly string[]): Promise<Measured> {
  const [, entry = ''] = process.argv
  const began = performance.now()
  const child = spawn(process.execPath, [...process.execArgv, entry, ...words], { stdio: 'ignore' })
  let memory: number | undefined
  const looking = setInterval(() => {
    void peakOf(child.pid).then((peak) => (memory = peak ?? memory))
  }, lookEvery)
  const exit = await new Promise<number | null>((ended, failed) => {
    child.once('exit', ended)
    child.once('error', failed)
  })
  clearInterval(looking)
  const wall = (performance.now() - began) / 1000
  return { wall, exit, ...(memory !== undefined && { memory }) }
}

/** The peak resident memory of a process in MB (Linux: proc(5), VmHWM in KiB). */
const peakOf = async (pid: number | undefined): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? []
  return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6
}
