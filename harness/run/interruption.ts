/** What becomes of a signal that asks the process to end. */
export interface Interruption {
  /** fires at the first one */
  readonly signal: AbortSignal
  /**
   * what a process that ends at once leaves behind, a line each; the run puts it here, for whoever hears a second signal
   */
  lastWords?: () => readonly string[]
}
