import { appendFileSync, readFileSync, truncateSync } from 'node:fs'

import type { ParsedLedger } from './parse-ledger.ts'

/** Ends the last line of a ledger: what was cut is taken away, since it was never acted upon. */
export function mendEnd(path: string, { cut }: Pick<ParsedLedger, 'cut'>): void {
  const text = readFileSync(path)
  if (cut !== undefined) truncateSync(path, text.length - Buffer.byteLength(cut))
  else if (text.at(-1) !== 0x0a) appendFileSync(path, '\n')
}
