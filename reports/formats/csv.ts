import type { CheckResult, Results } from '../results/results.ts'
import { printable } from '../text/printable.ts'
import { whoSaysSo } from './terminal/who-says-so.ts'

/** The checks of a run as comma-separated values (RFC 4180), one a row, for a spreadsheet or a database. */
export function csvTable({ checks }: Results): string {
  const rows = checks.map((check) => columns.map(([, valueOf]) => valueOf(check) ?? ''))
  return [columns.map(([name]) => name), ...rows]
    .map((cells) => `${cells.map(cell).join()}\r\n`)
    .join('')
}

type Column = readonly [name: string, valueOf: (check: CheckResult) => string | undefined]

const columns: readonly Column[] = [
  ['target', ({ target }) => target],
  ['vendor', ({ vendor }) => vendor],
  ['check', ({ id }) => id],
  ['title', ({ title }) => title],
  ['operation', ({ operation }) => operation],
  ['feature', ({ feature }) => feature],
  ['axis', ({ axis }) => axis],
  ['level', ({ level }) => level],
  ['verdict', ({ verdict }) => verdict],
  ['code', ({ code }) => code],
  ['follows', ({ follows }) => follows],
  ['reason', ({ reason }) => reason],
  ['expected', ({ expected }) => expected],
  ['received', ({ received }) => received],
  ['rules', ({ requirements }) => requirements.join(' ')],
  ['who says so', whoSaysSo],
  ['case', (check) => check.case],
  ['source', ({ source }) => source],
]

/**
 * A cell in quotation marks where it needs them. Part of it came from an endpoint: what a spreadsheet would take for a
 * formula begins with an apostrophe, which makes it a text there.
 */
const cell = (text: string): string => {
  const shown = printable(text)
  const safe = /^\s*[=+\-@＝＋－＠]/u.test(shown) ? `'${shown}` : shown
  return /[",]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
