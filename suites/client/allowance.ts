/** A message that is about to be sent, and may write. */
export interface AskedWrite {
  readonly account: string
  readonly operation: string
  /** it takes back what was written before */
  readonly undoing: boolean
}

/** Says of every message that may write whether it is sent; all clients of a run share one. */
export interface Allowance {
  /** why a message is not sent; undefined where it is: that counts it */
  readonly deny: (write: AskedWrite) => string | undefined
}
