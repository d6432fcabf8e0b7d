/** What becomes of a signal that asks the process to end. */
export interface Interruption {
  /** fires at the first one */
  readonly signal: AbortSignal
  /** said at the second one, which ends the process at once */
  lastWords: () => readonly string[]
}
