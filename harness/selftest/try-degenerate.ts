import type { Degenerate } from '../../endpoint/degenerates.ts'
import { startServer } from '../../endpoint/server.ts'
import { claimsBehaviour } from '../../suites/verdict/claims-behaviour.ts'
import { runVerdict } from '../../suites/verdict/verdict.ts'
import { askServer, hasty, judgeAll, type Asker } from './ask-server.ts'
import type { StubResult } from './selftest-report.ts'

/** Asks everything of a server without a service: nothing that claims behaviour passes. */
export async function tryDegenerate(asker: Asker, degenerate: Degenerate): Promise<StubResult> {
  const server = await startServer(degenerate, { port: 0, clock: Date.now })
  const judged = await askServer(hasty(asker), server, judgeAll)
  const passed = judged.filter(({ verdict, axis }) => verdict === 'pass' && claimsBehaviour(axis))
  const errors = judged.filter(({ verdict }) => verdict === 'error')
  return {
    server: degenerate.name,
    passed: passed.map(({ id }) => id),
    errors: errors.map(({ id }) => id),
    conformant: runVerdict(judged) === 'conformant',
  }
}
