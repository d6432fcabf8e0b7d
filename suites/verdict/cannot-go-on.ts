import type { UntestableReason } from './verdict.ts'

/** A prerequisite is missing: whatever builds on it can not be asked. Not a finding by itself. */
export class Unmet extends Error {
  override readonly name = 'Unmet'
  readonly reason: UntestableReason
  readonly exchanges: readonly number[]
  constructor(reason: UntestableReason, detail: string, exchanges: readonly number[] = []) {
    super(detail)
    this.reason = reason
    this.exchanges = exchanges
  }
}

/** The endpoint did not settle in time: nothing that builds on it can be judged either way. */
export class Unsettled extends Error {
  override readonly name: string = 'Unsettled'
  readonly exchanges: readonly number[]
  constructor(detail: string, exchanges: readonly number[] = []) {
    super(detail)
    this.exchanges = exchanges
  }
}

/** The run was stopped before something was sent: of that, nothing can be left. */
export class NotSent extends Unsettled {
  override readonly name = 'NotSent'
}
