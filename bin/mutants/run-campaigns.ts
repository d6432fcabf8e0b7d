import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import type { CampaignOrder } from '../../harness/mutants/campaign-order.ts'
import type { MutantReport } from '../../harness/mutants/mutant-report.ts'
import { ending } from '../../harness/mutants/places.ts'
import { someAtATime } from '../../harness/selftest/some-at-a-time.ts'
import type { Told } from './campaign-process.ts'

/** How campaigns are run. */
export interface CampaignRun {
  /** processes at a time */
  readonly processes: number
  readonly tried: (order: CampaignOrder, told: Extract<Told, { readonly kind: 'tried' }>) => void
}

/** Milliseconds in which a process tries a mutant, however slow the machine: then it hangs. */
const patience = 10 * 60_000

/** Tries the mutants of several vendors, each in a process of its own. Rejects where one hangs or fails. */
export function runCampaigns(
  orders: readonly CampaignOrder[],
  run: CampaignRun,
): Promise<readonly MutantReport[]> {
  return someAtATime(orders, run.processes, (order) => runProcess(order, run))
}

const file = fileURLToPath(new URL(`./campaign-process${ending}`, import.meta.url))

const runProcess = (order: CampaignOrder, { tried }: CampaignRun): Promise<MutantReport> =>
  new Promise((resolve, reject) => {
    const child = fork(file, [JSON.stringify(order)])
    let last = 'nothing yet'
    const hangs = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the mutant of ${order.vendor} after this one hangs: ${last}`))
    }, patience)
    child.on('message', (told: Told) => {
      hangs.refresh()
      if (told.kind === 'report') return resolve(told.report)
      last = told.mutant
      return tried(order, told)
    })
    child.on('error', reject)
    child.on('exit', () => {
      clearTimeout(hangs)
      reject(new Error(`the process of ${order.vendor} ended without a report`))
    })
  })
