import type { IdentityReading } from '../../specs/vendor/identity-service.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Answer, Credentials } from '../../specs/wire/wire.ts'
import type { ConnectionProblem } from '../../suites/client/connection-problem.ts'
import type { CarriedAnswer, Connection } from '../../suites/client/connection.ts'
import { askedWait } from '../../suites/client/waits.ts'
import { ownVersion } from '../version.ts'

/** A line to an identity service, and the clock that it is asked by. */
export interface Asking {
  readonly vendor: Vendor
  readonly connection: Connection
  readonly endpoint: URL
  readonly region: string
  /** milliseconds since 1970 */
  readonly now: () => number
  readonly pause: (milliseconds: number) => Promise<void>
  /** ends the wait */
  readonly stopped: AbortSignal
}

/**
 * Asks an identity service whose credentials these are. What may pass by waiting is asked a few times; of an answer that
 * makes no sense, and of none, the reading says so. Never takes longer than that, whatever comes.
 */
export async function askIdentity(
  asking: Asking,
  credentials: Credentials,
): Promise<IdentityReading> {
  let left = tries
  for (;;) {
    const came = await askOnce(asking, credentials)
    const reading = 'problem' in came ? lost(came) : readingOf(asking.vendor, came)
    if (isClear(asking.vendor, reading, came)) return reading
    left -= costOf(came)
    if (left <= 0 || asking.stopped.aborted) return reading
    await asking.pause(waitAfter(tries - left, came, asking.now()))
  }
}

/** How often it is asked at most; what took a whole deadline, or found nobody, counts twice. */
const tries = 5
/** Milliseconds before the second try: twice as long before each further one, or what is asked for, up to the longest. */
const [first, longest] = [200, 5000]

type Came = CarriedAnswer | ConnectionProblem

const askOnce = async (asking: Asking, credentials: Credentials): Promise<Came> => {
  const { vendor, connection, endpoint, region, now, stopped } = asking
  const scope = { credentials, region, at: new Date(now()) }
  const message = await vendor.identity.ask(endpoint, scope)
  // like its length, who asks is no part of what is signed
  const headers = { ...message.headers, 'user-agent': `orgproof/${ownVersion()} (who am I)` }
  return connection.send({ ...message, headers }, stopped)
}

const lost = ({ problem, detail }: ConnectionProblem): IdentityReading => ({
  says: `no answer (${problem}: ${detail})`,
})

const readingOf = ({ identity }: Vendor, came: CarriedAnswer): IdentityReading => {
  if (came.unreadable !== undefined) return { says: `an answer that nobody can read` }
  const reading = identity.read(came)
  // whoever is proven is proven by a success
  const fails = 'account' in reading && (came.status < 200 || came.status >= 300)
  return fails ? { says: `an account, and HTTP ${came.status}` } : told(reading, came)
}

const told = (reading: IdentityReading, { status }: Answer): IdentityReading =>
  'says' in reading ? { says: `${reading.says} (HTTP ${status})` } : reading

/** Whether asking again would show nothing else: an account, or a refusal that no waiting changes. */
const isClear = ({ refusals }: Vendor, reading: IdentityReading, came: Came): boolean => {
  if ('account' in reading) return true
  if ('problem' in came || 'says' in reading) return false
  const { code } = reading
  const passes =
    came.status === 429 ||
    came.status >= 500 ||
    code.startsWith('Throttling') ||
    refusals.transient.some((one) => one.code === code)
  return !passes
}

const costOf = (came: Came): number =>
  'problem' in came && ['timeout', 'unreachable', 'too-large'].includes(came.problem) ? 2 : 1

const waitAfter = (tried: number, came: Came, now: number): number => {
  const asked = 'problem' in came ? 0 : askedWait(came, now)
  return Math.min(longest, Math.max(asked, first * 2 ** (tried - 1)))
}
