import { existsSync, readFileSync } from 'node:fs'

import { nonceIn } from '../../suites/actors/fresh.ts'
import type { RunRequest } from '../../suites/runner/messages.ts'
import { mendEnd } from '../ledger/mend-end.ts'
import { parseLedger } from '../ledger/parse-ledger.ts'

/** What a request goes on with: the ledger, the mark and the names of the earlier part of its run. */
export type GoingOn = Pick<RunRequest, 'targets' | 'nonce' | 'namesFrom'>

/**
 * Takes up the ledger of an earlier part of a run: the next write gets the next number, and names carry the same mark and
 * numbers that no name had. Undefined where that part was ended before it began a ledger. Throws where what stands there
 * is none of this run.
 */
export function goingOnLedger(
  { targets }: Pick<RunRequest, 'targets'>,
  path: string,
  run: string,
): GoingOn | undefined {
  if (!existsSync(path)) return undefined
  const text = readFileSync(path, 'utf8')
  const ledger = parseLedger(text)
  if (ledger?.header.run !== run) throw new Error('the ledger is none of this run')
  mendEnd(path, ledger)
  const { mark } = ledger.header
  return {
    nonce: Number(nonceIn(mark)),
    namesFrom: lastName(text, mark),
    targets: targets.map((one) => ({
      ...one,
      ledger: { path, run, written: ledger.writes.size },
    })),
  }
}

/** More names than these no run has: what looks like one is something else. */
const mostNames = 36 ** 6

/** The highest number of a name that carries a mark; every name stood in the ledger before it was sent. */
const lastName = (text: string, mark: string): number => {
  const numbers = text
    .split(mark)
    .slice(1)
    .map((rest) => Number.parseInt(/^[0-9a-z]+/u.exec(rest)?.[0] ?? '0', 36))
  return Math.max(0, ...numbers.filter((number) => number < mostNames))
}
