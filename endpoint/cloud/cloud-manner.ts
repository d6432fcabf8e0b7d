import type { Bucket } from '../variant-kit/throttling.ts'

/** How rough a cloud is. Shares are of all messages, from 0 to 1; times are milliseconds. */
export interface CloudManner {
  /** sent away by chance */
  readonly throttled: number
  /** what is more is sent away; no limit when absent */
  readonly bucket?: Bucket
  /** connections that break before anything is done, and after */
  readonly resetBefore: number
  readonly resetAfter: number
  /** how old a read is */
  readonly lag: number
  /** how long a policy type takes to be switched, an account to come about, and to be closed */
  readonly takes: {
    readonly switching: number
    readonly creating: number
    readonly closing: number
  }
  /** by how much its clock is ahead */
  readonly ahead: number
  /** how long an answer takes */
  readonly slow: number
}

export type CloudMannerName = 'quiet' | 'usual' | 'rough'

const atOnce = { switching: 0, creating: 0, closing: 0 } as const

/** The manners that have a name. `rough` is what a run has to bear without one wrong verdict. */
export const cloudManners: Readonly<Record<CloudMannerName, CloudManner>> = {
  quiet: {
    throttled: 0,
    resetBefore: 0,
    resetAfter: 0,
    lag: 0,
    takes: atOnce,
    ahead: 0,
    slow: 0,
  },
  usual: {
    throttled: 0.02,
    bucket: { room: 40, perSecond: 20 },
    resetBefore: 0.002,
    resetAfter: 0.002,
    lag: 500,
    takes: { switching: 5000, creating: 40_000, closing: 10_000 },
    ahead: 2000,
    slow: 30,
  },
  rough: {
    throttled: 0.3,
    resetBefore: 0.05,
    resetAfter: 0.05,
    lag: 2000,
    takes: { switching: 5000, creating: 40_000, closing: 30_000 },
    ahead: 90_000,
    slow: 0,
  },
}
