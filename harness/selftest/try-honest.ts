import { startEndpoint } from '../../endpoint/server.ts'
import { reasonText, totalsOf, type JudgedCheck } from '../../suites/verdict/verdict.ts'
import { askServer, judgeAll, type Asker } from './ask-server.ts'
import type { Quiet } from './differences.ts'
import type { BaselineResult } from './selftest-report.ts'

/** What the suite made of the quiet endpoint, and every verdict of it. */
export interface Honest {
  readonly baseline: BaselineResult
  readonly quiet: Quiet
}

/** Asks everything of the endpoint that does nothing wrong: every check passes or is declared absent. */
export async function tryHonest(asker: Asker): Promise<Honest> {
  const options = { port: 0, clock: Date.now, random: Math.random, movable: true }
  const endpoint = await startEndpoint(asker.vendor, options)
  const judged = await askServer(asker, endpoint, judgeAll)
  const doubts = judged.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'absent')
  const baseline = {
    totals: totalsOf(judged),
    doubts: [
      ...doubts.map(doubtText),
      ...endpoint.troubles().map((trouble) => `the honest endpoint is in trouble: ${trouble}`),
    ],
  }
  return { baseline, quiet: new Map(judged.map((check) => [check.id, check])) }
}

const doubtText = (judged: JudgedCheck): string =>
  `the honest endpoint: ${judged.verdict} ${judged.id} ${reasonText(judged) ?? ''}`.trimEnd()
