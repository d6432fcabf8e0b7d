/** The variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Where a command prints: a stream like stdout. */
export interface Sink {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** What a command meets of the process that it runs in, so that a test can be the caller. */
export interface Shell {
  readonly env: Environment
  readonly stdout: Sink
  readonly stderr: Sink
  /** what the process is to end with; the last word counts */
  exitCode: number
}

/** Prints a text and ends its last line. */
export function print({ stdout }: Pick<Shell, 'stdout'>, text: string): void {
  stdout.write(`${text}\n`)
}
