import type { ShownExchange } from '../client/shown-exchange.ts'
import { severity, type JudgedCheck, type Verdict } from '../verdict/verdict.ts'
import type { CheckReport, EarlierFinding, EarlierPart } from './messages.ts'

/** What a check that watches the whole run can come to by what was seen; anything else says that too little was. */
const seen: ReadonlySet<Verdict> = new Set(['pass', 'warn', 'fail'])

/**
 * Tells what checks that watch the whole run would come to so far, each when that is another verdict than before: a run
 * that is killed and resumed has not forgotten what it saw.
 */
export function openWatching(
  watched: () => Promise<readonly JudgedCheck[]>,
  reportOf: (judged: JudgedCheck) => CheckReport,
): () => Promise<readonly CheckReport[]> {
  const told = new Map<string, Verdict>()
  return async () => {
    const changed = (await watched()).filter(
      ({ id, verdict }) => seen.has(verdict) && told.get(id) !== verdict,
    )
    for (const { id, verdict } of changed) told.set(id, verdict)
    return changed.map(reportOf)
  }
}

/** After so many cases it is looked again what watches, also where it found nothing: each look costs as much as some cases. */
const casesBetween = 128

/** Whether it is time to look what the checks that watch would come to, as of each case: at once where they found something. */
export function openLooks(findings: () => number): () => boolean {
  let [told, cases] = [0, 0]
  return () => {
    const found = findings()
    const isDue = found > told || cases % casesBetween === 0
    told = found
    cases += 1
    return isDue
  }
}

/** The worse of what a check that watches came to now and in an earlier part of the run; what was seen outweighs what was not. */
export function withEarlier(
  report: CheckReport,
  { watched }: Pick<EarlierPart, 'watched'>,
): CheckReport {
  const earlier = watched[report.judged.id]
  return earlier === undefined || !isOutweighed(report, earlier)
    ? report
    : earlierReport(report, earlier)
}

const isOutweighed = (
  { judged: { verdict } }: CheckReport,
  { judgement }: EarlierFinding,
): boolean => !seen.has(verdict) || severity(judgement.verdict) > severity(verdict)

const earlierReport = (
  { judged }: CheckReport,
  { judgement, exchanges }: EarlierFinding,
): CheckReport => {
  const { code: _, follows: __, reason: ___, expected: ____, received: _____, ...check } = judged
  const ids = exchanges.map(({ id }: ShownExchange) => id)
  return { judged: { ...check, ...judgement, exchanges: ids }, exchanges }
}
