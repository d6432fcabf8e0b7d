import { openLine } from '../../suites/exchange.ts'
import type { Problem } from '../problem.ts'

/** Milliseconds for one look: a first connection may be slow, but nobody waits longer to learn of a wrong port. */
const deadline = 5000

/** Looks whether anything answers at an endpoint; whatever it answers will do. A signal ends the wait. */
export async function preflight(
  endpoint: string,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  const line = openLine(new URL(endpoint), { deadline, connections: 1 })
  const came = await line.send({ method: 'GET', path: '/', headers: {}, body: '' }, signal)
  await line.close()
  // whoever sends too much, or something that is no HTTP, is there at least: the checks say what is wrong
  if (!('problem' in came) || came.problem === 'too-large' || came.problem === 'malformed-http') {
    return undefined
  }
  return {
    code: 'UNREACHABLE',
    message: `nothing answers at ${endpoint}: ${came.detail}`,
    hint: 'is it started, and is that its port?',
  }
}
