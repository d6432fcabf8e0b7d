import { worstVerdict } from '../certificate/certified-verdict.ts'
import { verdictColours } from '../certificate/verdict-colours.ts'
import type { Results } from '../results/results.ts'
import { badgeSvg } from '../text/badge-svg.ts'
import { printable } from '../text/printable.ts'

/** A badge that tells what a run came to, of which APIs and on which day; nobody has signed it. */
export function resultsBadge({ suite, run, targets }: Results): string {
  const verdict = worstVerdict(targets.map((target) => target.verdict))
  const vendors = [...new Set(targets.map(({ vendor }) => vendor))].join(', ')
  const says = printable(`${vendors} ${verdict} on ${run.finishedAt.slice(0, 10)}`)
  return badgeSvg(suite.name, says, verdictColours[verdict])
}
