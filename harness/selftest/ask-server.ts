import { givenAccounts } from '../../endpoint/variant-kit/given-organization.ts'
import { underTest } from '../../specs/vendor/under-test.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Case } from '../../suites/case/case.ts'
import type { Extent } from '../../suites/case/extent.ts'
import { openConnection } from '../../suites/client/connection.ts'
import { sleep } from '../../suites/client/stop.ts'
import { clockAt, type Principal, type Target } from '../../suites/client/target.ts'
import type { Scenario } from '../../suites/dsl/scenario.ts'
import { casesFor } from '../../suites/runner/cases-for.ts'
import type { Selected } from '../../suites/runner/selection.ts'
import type { SessionParts } from '../../suites/runner/session-parts.ts'
import { openSession, type Session } from '../../suites/runner/session.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import type { SharedClock } from './shared-clock.ts'

/** Who asks, and what: the same for every server of a selftest. */
export interface Asker {
  readonly vendor: Vendor
  readonly scenarios: readonly Scenario[]
  /** made once: every server is asked the same */
  readonly cases: readonly Case[]
  readonly seed: number
  /** how many sequences are played for each of their checks; the usual number unless said */
  readonly sequences?: Extent
  /** what the target says of itself beside the rest; that of our own server, which answers at once, unless said */
  readonly states?: Partial<Pick<Target, 'consistency' | 'keepsPublished' | 'limits' | 'patience'>>
  /** which checks are asked; all unless said */
  readonly selected?: Selected
  /** whether accounts are given, of an organization that stands already; any account may call unless said */
  readonly given?: boolean
  /** the time that the server goes by too; the wall's unless said */
  readonly clock?: SharedClock
}

/** Who asks everything there is. */
export function askerOf(vendor: Vendor, scenarios: readonly Scenario[]): Asker {
  return { vendor: underTest(vendor), scenarios, cases: casesFor(vendor, scenarios), seed: 1 }
}

/**
 * Who takes what comes first for the answer: a server of our own is wrong or right, but never late, and what it finds is not
 * asked a second time.
 */
export function hasty(asker: Asker): Asker {
  return { ...asker, states: { patience: noPatience } }
}

/** No patience but for what takes its time at the embedded endpoint, too: seconds. */
export const noPatience: NonNullable<Target['patience']> = { creation: 10, closing: 10, listing: 0 }

/** Something that listens, and can be told to stop. */
export interface Listening {
  readonly url: URL
  /** where its clock is set forward, if it can be */
  readonly clock?: URL
  readonly close: () => Promise<void>
}

/** Opens the suite on a server, and closes both when done. Every server has a world of its own. */
export async function askServer<T>(
  asker: Asker,
  server: Listening,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const plain = targetAt(asker.vendor, server.url)
  const open = asker.given === true ? withGiven(plain, asker.vendor) : plain
  const target = { ...open, ...clockAt(server), ...asker.states }
  const session = openSession({ ...asker, target, nonce: 1n, ...timeOf(asker, target) })
  try {
    return await use(session)
  } finally {
    await session.close()
    await server.close()
  }
}

/** The time of a session: the wall's, or one that is shared with the server and passes in pauses only. */
export function timeOf(
  { clock, vendor }: Pick<Asker, 'clock' | 'vendor'>,
  { endpoint, deadline, concurrency }: Target,
): Pick<SessionParts, 'now' | 'pause'> & Partial<SessionParts> {
  if (clock === undefined) return { now: Date.now, pause: sleep }
  const connection = openConnection(new URL(endpoint), { deadline, connections: concurrency })
  const { wire } = vendor
  const sign: typeof wire.sign = (...signed) => clock.working(() => wire.sign(...signed))
  return {
    now: clock.now,
    pause: clock.pause,
    connection: clock.watching(connection),
    vendor: { ...vendor, wire: { ...wire, sign } },
  }
}

/** Every check of a session, judged. */
export async function judgeAll({
  checks,
  judged,
}: Pick<Session, 'checks' | 'judged'>): Promise<readonly JudgedCheck[]> {
  return Promise.all(checks.map(({ id }) => judged(id)))
}

/** The same target with the accounts that it begins with. */
const withGiven = (target: Target, vendor: Vendor): Target => {
  const { management, member, invitee, outsider } = givenAccounts(vendor)
  const { secret } = vendor.referenceEndpoint
  const principal = (account: string): Principal => ({
    account,
    credentials: { accessKey: account, secret },
  })
  return {
    ...target,
    accounts: {
      mode: 'fixed',
      management: principal(management),
      member: principal(member),
      invitee: principal(invitee),
      outsider: principal(outsider),
    },
  }
}

/** The target that a server of a selftest is, where every account may call. */
export const targetAt = (vendor: Vendor, url: URL): Target => ({
  name: 'selftest',
  vendor: vendor.id,
  endpoint: url.origin,
  region: vendor.region,
  accounts: {
    mode: 'any',
    by: 'access-key',
    credentials: { accessKey: vendor.mintAccount(0n), secret: vendor.referenceEndpoint.secret },
  },
  absent: {},
  limits: vendor.referenceEndpoint.limits ?? {},
  keepsPublished: true,
  concurrency: 16,
  // a busy machine is no finding
  deadline: 60_000,
  consistency: 'immediate',
  readOnly: false,
})
