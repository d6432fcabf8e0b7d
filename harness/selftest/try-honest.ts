import { startEndpoint } from '../../endpoint/server.ts'
import { reasonText, totalsOf, type JudgedCheck } from '../../suites/verdict/verdict.ts'
import { askServer, judgeAll, type Asker } from './ask-server.ts'
import type { BaselineResult } from './selftest-report.ts'

/** Asks everything of the endpoint that does nothing wrong: every check passes or is declared absent. */
export async function tryHonest(asker: Asker): Promise<BaselineResult> {
  const options = { port: 0, clock: Date.now, random: Math.random }
  const endpoint = await startEndpoint(asker.vendor, options)
  const judged = await askServer(asker, endpoint, judgeAll)
  const doubts = judged.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'absent')
  return {
    totals: totalsOf(judged),
    doubts: [
      ...doubts.map(doubtText),
      ...endpoint.troubles().map((trouble) => `the honest endpoint is in trouble: ${trouble}`),
    ],
  }
}

const doubtText = (judged: JudgedCheck): string =>
  `the honest endpoint: ${judged.verdict} ${judged.id} ${reasonText(judged) ?? ''}`.trimEnd()
