import type { ConnectionProblem } from '../../suites/client/connection-problem.ts'
import { openConnection } from '../../suites/client/connection.ts'
import { ownNetwork, type Network, type Route } from '../../suites/client/line.ts'
import { isLoopback } from '../../suites/client/loopback.ts'
import { exitCodes, type Obstacle } from '../problem.ts'
import { ownVersion } from '../version.ts'

/** What a look may be given: another network than our own, and what ends it early. */
export interface PreflightOptions extends Route {
  readonly network?: Network
  readonly stopped?: AbortSignal
}

/** Milliseconds for one look: a first connection may be slow, but nobody waits longer to learn of a wrong port. */
const deadline = 5000

/**
 * Looks whether anything answers at an endpoint, and where that is; whatever it answers will do. A stop of the run ends
 * the wait.
 */
export async function preflight(
  endpoint: string,
  { network = ownNetwork, stopped, ...route }: PreflightOptions = {},
): Promise<Obstacle | undefined> {
  const connection = openConnection(
    new URL(endpoint),
    { ...route, deadline, connections: 1 },
    network,
  )
  const headers = { 'user-agent': `orgproof/${ownVersion()} (is anybody there)` }
  const answer = await connection.send({ method: 'GET', path: '/', headers, body: '' }, stopped)
  await connection.close()
  return 'problem' in answer ? obstacleOf(answer, endpoint) : undefined
}

/** Whether nobody is there: on this machine a connection that gets no answer was taken by somebody. */
const isAbsence = (problem: ConnectionProblem['problem'], endpoint: string): boolean => {
  if (problem === 'timeout') return !isLoopback(new URL(endpoint))
  return problem === 'unreachable' || problem === 'off-loopback'
}

const obstacleOf = (
  { problem, detail }: ConnectionProblem,
  endpoint: string,
): Obstacle | undefined => {
  // whoever hangs up, sends too much or what is no HTTP is there at least: the checks say what is wrong
  if (!isAbsence(problem, endpoint)) return undefined
  if (problem === 'off-loopback') {
    return {
      exitCode: exitCodes.refused,
      problem: {
        code: 'OFF_LOOPBACK',
        message: `${endpoint} leads away from this machine (${detail}): nothing was sent`,
        hint: 'write the address itself, with --read-only where it is another machine',
      },
    }
  }
  return {
    exitCode: exitCodes.incomplete,
    problem: {
      code: 'UNREACHABLE',
      message: `nothing answers at ${endpoint}: ${detail}`,
      hint: 'is it started, and is that its port?',
    },
  }
}
