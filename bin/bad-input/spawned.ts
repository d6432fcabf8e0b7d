import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import type { BadInput } from './bad-input.ts'

const entry = fileURLToPath(new URL('../orgproof.ts', import.meta.url))

/** What a process came to. */
export interface Ended {
  /** null when it was killed: by the heap's limit, or since it hung */
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** Longer than the slowest machine takes to start and say a few lines; who takes longer hangs. */
const patience = 120_000

/** Gives an input to the command line in a process of its own, with half a gigabyte of heap. */
export async function enterSpawned(
  { words, env }: Pick<BadInput, 'words' | 'env'>,
  out: string,
): Promise<Ended> {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$)/.test(name))
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=512', '--import', 'tsx', entry, ...words],
    {
      env: { ...Object.fromEntries(own), ORGPROOF_OUT: out, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patience,
      killSignal: 'SIGKILL',
    },
  )
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [printed, error, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out: printed, error }
}
