import { judgeStopped } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** What could not be made, and what that comes to. */
export interface Stopped {
  readonly kind: 'stopped'
  readonly judged: Judgement
}

/** What a request came to. */
export type Answered = Outcome<unknown> | Stopped

/** Does something that may be stopped by what is missing. */
export async function stoppable<T>(act: () => Promise<T>): Promise<T | Stopped> {
  try {
    return await act()
  } catch (error) {
    return { kind: 'stopped', judged: judgeStopped(error) }
  }
}
