import type { Fault } from '../../endpoint/fault.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import { accuses } from './cites-broken-rule.ts'
import { askServer, type Asker } from './ask-server.ts'
import type { Trial } from './selftest-report.ts'
import { convict } from './kill-fault.ts'

/** Asks the suite about an endpoint with a fault, in a world of its own. */
export async function tryFault(asker: Asker, fault: Fault): Promise<Trial> {
  const options = { port: 0, clock: Date.now, random: Math.random, fault }
  const speaks = accuses(fault, asker.vendor)
  const endpoint = await startEndpoint(asker.vendor, options)
  const found = await askServer(asker, endpoint, (session) => convict(session, speaks))
  return { fault: fault.name, ...found }
}
