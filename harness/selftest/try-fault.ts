import type { Fault } from '../../endpoint/fault.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import { askServer, hasty, type Asker } from './ask-server.ts'
import { citesBrokenRule } from './cites-broken-rule.ts'
import { killFault } from './kill-fault.ts'
import type { Trial } from './selftest-report.ts'

/** Asks the suite about an endpoint with a fault, in a world of its own. */
export async function tryFault(asker: Asker, fault: Fault): Promise<Trial> {
  const options = { port: 0, clock: Date.now, random: Math.random, fault }
  const cites = citesBrokenRule(fault, asker.vendor)
  const endpoint = await startEndpoint(asker.vendor, options)
  const found = await askServer(hasty(asker), endpoint, (session) => killFault(session, cites))
  return { fault: fault.name, ...found }
}
