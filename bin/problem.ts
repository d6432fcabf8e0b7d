/** Something wrong with what the caller gave us: which rule it breaks, where, and what to do about it. */
export interface Problem {
  /** in capitals, stable, for whoever greps */
  readonly code: string
  readonly message: string
  readonly hint?: string
}

/** The exit codes of every command. */
export const exitCodes = {
  conformant: 0,
  nonconformant: 1,
  incomplete: 2,
  harness: 3,
  refused: 4,
  usage: 64,
  interrupted: 130,
} as const

/** All problems of one input, one after the other, with their hints. */
export function problemText(problems: readonly Problem[]): string {
  return problems
    .map(({ code, message, hint }) =>
      [`orgproof: ${message} [${code}]`, ...(hint === undefined ? [] : [`  ${hint}`])].join('\n'),
    )
    .join('\n')
}
