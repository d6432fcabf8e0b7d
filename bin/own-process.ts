import { setFlagsFromString } from 'node:v8'

import { exitCodes } from '../harness/problem.ts'
import { main, tellFault } from './main.ts'
import type { Shell } from './shell/shell.ts'
import { isDiskFull } from './shell/system-words.ts'

const shell: Shell = {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  get exitCode() {
    return Number(process.exitCode ?? 0)
  },
  set exitCode(code) {
    process.exitCode = code
  },
}

// whoever reads us may have had enough (`orgproof list | head -1`), or closed the terminal: that is no fault, and the
// work goes on
const onPrinting = (error: Error): void => {
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'EPIPE' || code === 'EIO') return
  tellFault(error, shell)
  if (isDiskFull(error)) process.once('exit', () => (shell.exitCode = exitCodes.harness))
}
process.stdout.on('error', onPrinting)
process.stderr.on('error', () => undefined)

const lastResort = (error: unknown): never => {
  tellFault(error, shell)
  process.exit(exitCodes.harness)
}
process.on('uncaughtException', lastResort)
process.on('unhandledRejection', lastResort)

// what a run does it does some thousand times over: the larger the pieces that V8 compiles, the longer that takes beside
// what they save (a fourteenth of the time of a whole run; harness/run/README.md)
setFlagsFromString('--max-inlined-bytecode-size-cumulative=150')

await main(process.argv.slice(2), shell)
