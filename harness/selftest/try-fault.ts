import type { Fault } from '../../endpoint/fault.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import type { Variant } from '../../endpoint/variant.ts'
import { askServer, hasty, type Asker } from './ask-server.ts'
import { citesBrokenRule } from './cites-broken-rule.ts'
import { killFault } from './kill-fault.ts'
import { seededRandom } from './seeded-random.ts'
import type { Trial } from './selftest-report.ts'
import { watchingChecks } from './watching-checks.ts'

/** Asks the suite about an endpoint with a fault, in a world of its own; of other make, if variants say so. */
export async function tryFault(
  asker: Asker,
  fault: Fault,
  variants: readonly Variant[] = [],
): Promise<Trial> {
  const { now = Date.now, answering } = asker.clock ?? {}
  const time = { clock: now, ...(answering && { pause: answering }) }
  // which answers an endpoint of other make loses is the same each time
  const random = seededRandom(asker.seed, [fault, ...variants].map(({ name }) => name).join('/'))
  const options = { port: 0, ...time, random, fault, variants, movable: true }
  const cites = citesBrokenRule(fault, asker.vendor)
  const endpoint = await startEndpoint(asker.vendor, options)
  // what is late by its make is waited for
  const asking = variants.length === 0 ? hasty(asker) : asker
  const found = await askServer(asking, endpoint, (session) =>
    killFault(session, cites, watchingChecks(asker.cases)),
  )
  return { fault: fault.name, ...found }
}
