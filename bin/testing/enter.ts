import { main } from '../main.ts'

/** For tests: how the command line ended, and what it said. */
export interface Entered {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** For tests: what somebody enters, without a process of its own. */
export async function enter(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Entered> {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const shell = {
    env,
    stdout: { write: (text: string) => stdout.push(text) },
    stderr: { write: (text: string) => stderr.push(text) },
    exitCode: 0,
  }
  await main(words, shell)
  return { code: shell.exitCode, stdout: stdout.join(''), stderr: stderr.join('') }
}
