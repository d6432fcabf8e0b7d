import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

import type { LedgerHeader } from './ledger-header.ts'

/**
 * Begins a ledger: its header stands on disk, for its owner alone, before anything is written elsewhere. Throws the
 * system's error where it can not be written, or one stands there.
 */
export function beginLedger(path: string, header: LedgerHeader): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, `${JSON.stringify(header)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  flushFolder(dirname(path))
}

/** That there is a file of that name is on the disk, too; some systems open no folder, and need none. */
const flushFolder = (path: string): void => {
  try {
    const folder = openSync(path, 'r')
    fsyncSync(folder)
    closeSync(folder)
  } catch {
    // the file itself is flushed
  }
}
