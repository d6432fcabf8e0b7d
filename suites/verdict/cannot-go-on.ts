import type { Judgement, UntestableReason } from './verdict.ts'

/** A prerequisite is missing: whatever builds on it can not be asked. Not a finding by itself. */
export class PrerequisiteMissing extends Error {
  override readonly name = 'PrerequisiteMissing'
  readonly reason: UntestableReason
  readonly exchanges: readonly number[]
  constructor(reason: UntestableReason, detail: string, exchanges: readonly number[] = []) {
    super(detail)
    this.reason = reason
    this.exchanges = exchanges
  }
}

/** The endpoint did not settle in time: nothing that builds on it can be judged either way. */
export class NotSettled extends Error {
  override readonly name: string = 'NotSettled'
  readonly exchanges: readonly number[]
  constructor(detail: string, exchanges: readonly number[] = []) {
    super(detail)
    this.exchanges = exchanges
  }
}

/** The run was stopped before something was sent: of that, nothing can be left. */
export class NotSent extends NotSettled {
  override readonly name = 'NotSent'
}

/** What something comes to that could not go on. Undefined for any other error: that is our own mistake. */
export function judgeStop(error: unknown): Judgement | undefined {
  if (error instanceof PrerequisiteMissing) {
    const reason = `${error.reason}: ${error.message}`
    return { verdict: 'untestable', reason, exchanges: error.exchanges }
  }
  if (error instanceof NotSettled) {
    return { verdict: 'inconclusive', reason: error.message, exchanges: error.exchanges }
  }
  return undefined
}
