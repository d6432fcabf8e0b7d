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
