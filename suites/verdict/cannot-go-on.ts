import { follows, untestable } from './untestable.ts'
import type { Judgement, UntestableCode } from './verdict.ts'

/** A prerequisite is missing: whatever builds on it can not be asked. Not a finding by itself. */
export class PrerequisiteMissing extends Error {
  override readonly name = 'PrerequisiteMissing'
  readonly code: PrerequisiteCode
  readonly exchanges: readonly number[]
  constructor(code: PrerequisiteCode, detail: string, exchanges: readonly number[] = []) {
    super(detail)
    this.code = code
    this.exchanges = exchanges
  }
}

/** A valid request was not carried out, and what it was for can not be asked. */
export class ValidRefused extends PrerequisiteMissing {
  readonly operation: string
  constructor(operation: string, detail: string, exchange: number) {
    super('SETUP_FAILED', detail, [exchange])
    this.operation = operation
  }
}

/** Something may not be sent, and was not: of that, nothing can be left. */
export class Denied extends PrerequisiteMissing {
  constructor(detail: string) {
    super('DANGER_DENIED', detail)
  }
}

/** What follows a check is thrown as `CheckFailed`, which names it. */
type PrerequisiteCode = Exclude<UntestableCode, 'FOLLOWS'>

/** A check of the case failed that the rest of it builds on: the rest follows it. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed'
  /** the id of the check */
  readonly check: string
  readonly exchanges: readonly number[]
  constructor(check: string, detail: string, exchanges: readonly number[] = []) {
    super(detail)
    this.check = check
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

/** A human has not done yet what they were told to: the run may end, and go on when they have. */
export class HumanAwaited extends NotSettled {
  override readonly name = 'HumanAwaited'
}

/** What something comes to that could not go on. Undefined for any other error: that is our own mistake. */
export function judgeStop(error: unknown): Judgement | undefined {
  if (error instanceof PrerequisiteMissing) {
    return untestable(error.code, error.message, error.exchanges)
  }
  if (error instanceof CheckFailed) return follows(error.check, error.message, error.exchanges)
  if (error instanceof NotSettled) {
    const { message: reason, exchanges } = error
    const waits = error instanceof HumanAwaited && ({ waits: true } as const)
    return { verdict: 'inconclusive', reason, exchanges, ...waits }
  }
  return undefined
}

/** The same. Throws again what is our own mistake. */
export function judgeStopped(error: unknown): Judgement {
  const judged = judgeStop(error)
  if (judged === undefined) throw error
  return judged
}
