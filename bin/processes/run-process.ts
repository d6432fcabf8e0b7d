import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { ending } from '../../harness/mutants/places.ts'
import type { Told } from './told.ts'

/** The programs of this folder, what each is told, and what it reports. */
export interface Program<Order, Report> {
  readonly file: 'campaign-process' | 'selftest-process'
  /** what it does, for people: `try mutants of aws` */
  readonly work: string
  readonly order: Order
  readonly tried: (told: Extract<Told<Report>, { readonly kind: 'tried' }>) => void
}

/** Milliseconds in which a process tries one thing, however slow the machine: then it hangs. */
const patience = 10 * 60_000

/** Does some work in a process of its own. Rejects where that hangs, or ends without a report. */
export function runProcess<Order, Report>(program: Program<Order, Report>): Promise<Report> {
  const { file, work, order, tried } = program
  return new Promise((resolve, reject) => {
    const path = fileURLToPath(new URL(`./${file}${ending}`, import.meta.url))
    const child = fork(path, [JSON.stringify(order)])
    let last = 'nothing yet'
    const hangs = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`to ${work} hangs; the last that was tried: ${last}`))
    }, patience)
    child.on('message', (told: Told<Report>) => {
      hangs.refresh()
      if (told.kind === 'report') return resolve(told.report)
      last = told.name
      return tried(told)
    })
    child.on('error', reject)
    child.on('exit', () => {
      clearTimeout(hangs)
      reject(new Error(`to ${work} ended without a report; the last that was tried: ${last}`))
    })
  })
}
