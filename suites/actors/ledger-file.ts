import { appendFileSync, closeSync, fstatSync, fsyncSync, ftruncateSync, openSync } from 'node:fs'

import type { Redact } from '../client/redaction.ts'
import type { LedgerEntry } from './ledger.ts'

/** Where the ledger of a run stands. */
export interface LedgerPlace {
  readonly path: string
  /** the id of the run: each line names it */
  readonly run: string
  /** how many writes stand there already, of an earlier part of the run; none when absent */
  readonly written?: number
}

/** A ledger on disk, open for more. */
export interface LedgerFile {
  /** writes an entry as a line. Throws the system's error where it can not be written: then none of it is. */
  readonly add: (entry: LedgerEntry) => void
  readonly close: () => void
}

/**
 * Opens a ledger that stands on disk, its header written, to add to it. An intent is on the disk itself before `add`
 * returns, so that nothing is sent that nobody would know of after a loss of power; what came of it may be lost, and is
 * then looked up. Throws the system's error where it can not be opened.
 */
export function openLedgerFile({ path, run }: LedgerPlace, redact: Redact): LedgerFile {
  const file = openSync(path, 'a')
  return {
    add: (entry) => {
      const { size } = fstatSync(file)
      try {
        appendFileSync(file, `${JSON.stringify({ run, ...withoutSecrets(entry, redact) })}\n`)
        if (entry.step === 'intent') fsyncSync(file)
      } catch (error) {
        // the next line must not begin in the middle of this one
        ftruncateSync(file, size)
        throw error
      }
    },
    close: () => closeSync(file),
  }
}

/** What holds a secret is left out: a request that does can not be read back, an id that does is not known. */
const withoutSecrets = (entry: LedgerEntry, redact: Redact): LedgerEntry => {
  const text = JSON.stringify(entry)
  if (redact(text) === text) return entry
  if (entry.step === 'intent') {
    const { before: _, ...intent } = entry
    return { ...intent, args: null }
  }
  if (entry.step !== 'done') return entry
  const { id: __, ...done } = entry
  return done
}
