import { problemText, type Problem } from '../../harness/problem.ts'
import type { Shell } from './shell.ts'

/** Tells what is wrong, all of it, and sets the exit code. */
export function fail(shell: Shell, code: number, problems: readonly Problem[]): void {
  shell.stderr.write(`${problemText(problems)}\n`)
  shell.exitCode = code
}
