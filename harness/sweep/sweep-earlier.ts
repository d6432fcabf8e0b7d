import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { exitCodes } from '../exit-codes.ts'
import { ledgerName } from '../ledger/hold-ledger.ts'
import { parseLedger } from '../ledger/parse-ledger.ts'
import type { Obstacle } from '../problem.ts'
import type { Interruption } from '../run/interruption.ts'
import type { RunPlan } from '../run/run-plan.ts'
import { sweepLedger } from './sweep-ledger.ts'

/** The run that is to go on: where it wrote, and its id. */
export interface EarlierLedger {
  readonly out: string
  readonly run: string
}

/**
 * Takes back what the ledger of a run holds open before the run goes on; nothing where it has none, or one of another run.
 * Answers an `Obstacle` where that can not be done: the run does not go on over what nobody could take back.
 */
export async function sweepEarlier(
  { out, run }: EarlierLedger,
  plan: RunPlan,
  interruption: Interruption,
): Promise<Obstacle | undefined> {
  const path = join(out, ledgerName)
  if (!existsSync(path) || parseLedger(readFileSync(path, 'utf8'))?.header.run !== run) {
    return undefined
  }
  const swept = await sweepLedger(path, plan, { interruption })
  if ('problem' in swept) return swept
  if (swept.left.length === 0) return undefined
  const hint = ['orgproof ledger show says what it is:', ...swept.left].join('\n')
  return {
    exitCode: swept.stopped ? exitCodes.interrupted : exitCodes.incomplete,
    problem: {
      code: 'LEDGER_OPEN',
      message: `something is left of the run, and could not be taken back: ${path} holds open lines`,
      hint,
    },
  }
}
