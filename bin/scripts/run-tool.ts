import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Where the checkout is, with a slash at its end. */
export const top: string = fileURLToPath(new URL('../..', import.meta.url))

/** A tool that ended with another code than 0, or could not be started. */
export class ToolFailed extends Error {
  /** what it ended with; none where it did not end by itself */
  readonly code: number | undefined
  constructor(words: readonly string[], how: string, code?: number) {
    super(`${words.join(' ')} ${how}`)
    this.code = code
  }
}

/**
 * Runs a tool of this project (a name of node_modules/.bin, or `node`) in the checkout; what it prints is passed on.
 * Rejects with `ToolFailed` when it does not end with 0.
 */
export async function runTool(name: string, ...words: readonly string[]): Promise<void> {
  const path = name === 'node' ? process.execPath : `${top}node_modules/.bin/${name}`
  const child = spawn(path, words, { cwd: top, stdio: 'inherit' })
  const said = [name, ...words]
  await new Promise<void>((resolve, reject) => {
    child.on('error', () => reject(new ToolFailed(said, 'can not be started: run npm ci first')))
    child.on('close', (code, signal) => {
      if (code === 0) return resolve()
      return reject(new ToolFailed(said, `ended with ${code ?? signal}`, code ?? undefined))
    })
  })
}

/** Runs `orgproof` from its sources. */
export async function runOrgproof(...words: readonly string[]): Promise<void> {
  await runTool('node', '--import', 'tsx', 'bin/orgproof.ts', ...words)
}

/** Ends a script: what a tool or the system denies is told in one line, a fault of ours with its stack; both with 1. */
export async function script(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { message, stack, syscall } = error as NodeJS.ErrnoException
    const denied = error instanceof ToolFailed || syscall !== undefined
    console.error(`${name}: ${denied ? message : stack}`)
    process.exitCode = 1
  }
}
