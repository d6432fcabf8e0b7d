import { problemText, type Problem } from './problem.ts'

/** Tells what is wrong, all of it, and sets the exit code. */
export function fail(code: number, problems: readonly Problem[]): void {
  console.error(problemText(problems))
  process.exitCode = code
}
