import { floors } from '../../harness/mutants/campaign-order.ts'
import { mutantReportText, survivorText } from '../../harness/mutants/mutant-report-text.ts'
import { belowFloors, type MutantReport } from '../../harness/mutants/mutant-report.ts'
import type { SelftestReport, Standing } from '../../harness/selftest/selftest-report.ts'

/** What the mutants of a vendor show of the suite. */
export function standingOf(report: MutantReport): Standing {
  if (report.void.length > 0) return 'void'
  const wanting = report.wronglyDeclared.length + belowFloors(report, floors).length
  return wanting > 0 ? 'wanting' : 'proven'
}

/** The counts for people, what is below its floor, and every mutant that nobody notices, if wanted. */
export function mutantsText(report: MutantReport, verbose: boolean): string {
  return [
    mutantReportText(report),
    ...belowFloors(report, floors).map((finding) => `  ${finding}`),
    ...(verbose ? report.survivors.map((one) => `\n${survivorText(one)}`) : []),
  ].join('\n')
}

/** Reports for machines, each with the mutants of its vendor. */
export function withMutants(
  reports: readonly SelftestReport[],
  mutants: readonly MutantReport[],
): readonly object[] {
  return reports.map((report) => {
    const own = mutants.find(({ vendor }) => vendor === report.vendor)
    return own === undefined ? report : { ...report, mutants: own }
  })
}
