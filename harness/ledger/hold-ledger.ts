import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { Problem } from '../problem.ts'
import { lockFile, type Holder, type Lock } from './lock.ts'
import {
  isOpenLedger,
  ledgerLimit,
  onlyAwaits,
  parseLedger,
  type ParsedLedger,
} from './parse-ledger.ts'

/** The name of the ledger in the folder of a run's reports. */
export const ledgerName = 'ledger.ndjson'

/**
 * Takes a folder for one run: no other run and no sweep that keeps a ledger there goes on until it is let go, and a
 * ledger of an earlier run whose writes are all taken back is kept under the name of that run, unless that run is going on. Answers the problem
 * where one goes on, or where something is left of an earlier run, or nobody can tell. Throws the system's error where
 * the folder can not be written.
 */
export function holdLedger(out: string, going?: string): Lock | { readonly problem: Problem } {
  mkdirSync(out, { recursive: true })
  const path = join(out, ledgerName)
  const lock = lockFile(path)
  if ('heldBy' in lock) return { problem: inUse(path, lock.heldBy) }
  const standing = standingLedger(path, going)
  if ('problem' in standing) {
    lock.release()
    return standing
  }
  if (standing.ledger !== undefined && standing.ledger.header.run !== going) {
    renameSync(path, join(out, `ledger-${standing.ledger.header.run}.ndjson`))
  }
  return lock
}

/** The ledger of another process is not touched. */
export function inUse(path: string, { pid }: Holder): Problem {
  return {
    code: 'LEDGER_IN_USE',
    message: `${path} is in use by the process ${pid}`,
    hint: `wait for it to end; ${path}.lock says who it is`,
  }
}

const standingLedger = (
  path: string,
  going: string | undefined,
): { readonly ledger: ParsedLedger | undefined } | { readonly problem: Problem } => {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) return { ledger: undefined }
  const ledger = size > ledgerLimit ? undefined : parseLedger(readFileSync(path, 'utf8'))
  if (ledger === undefined) return { problem: unreadable(path) }
  if (!isOpenLedger(ledger)) return { ledger }
  const waits = onlyAwaits(ledger)
  return waits && ledger.header.run === going ? { ledger } : { problem: open(path, waits) }
}

const unreadable = (path: string): Problem => ({
  code: 'LEDGER_UNREADABLE',
  message: `nobody can tell what an earlier run left: ${path} is no ledger that can be read`,
  hint: `orgproof ledger show ${path} says what is wrong with it; move it away, or name another --out`,
})

const open = (path: string, waits: boolean): Problem => ({
  code: 'LEDGER_OPEN',
  message: `something may be left of an earlier run: ${path} holds open lines`,
  hint: `${waits ? goesOn : ''}orgproof sweep ${path} --target T takes it back; orgproof ledger show ${path} says what it is`,
})

const goesOn =
  'a human has yet to answer: orgproof run --resume DIR goes on with the run when that is done; '
