import { cloudAccounts, cloudRoles, type CloudRole } from '../../endpoint/cloud/cloud-accounts.ts'
import type { CloudManner } from '../../endpoint/cloud/cloud-manner.ts'
import { cloudOf } from '../../endpoint/cloud/cloud.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import { surveyOrganization, type Survey } from '../../harness/ledger/survey.ts'
import { askerOf, targetAt, timeOf } from '../../harness/selftest/ask-server.ts'
import { seededRandom } from '../../harness/selftest/seeded-random.ts'
import { openSharedClock, start } from '../../harness/selftest/shared-clock.ts'
import { underTest } from '../../specs/vendor/under-test.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { allowanceFor, type WriteBound } from '../../suites/actors/allowance-for.ts'
import { handsFor } from '../../suites/actors/hands.ts'
import { openClient } from '../../suites/client/client.ts'
import type { FixedAccounts, Principal, Target } from '../../suites/client/target.ts'
import { openTranscript } from '../../suites/client/transcript.ts'
import type { Scenario } from '../../suites/dsl/scenario.ts'
import type { Selected } from '../../suites/runner/selection.ts'
import type { SessionParts } from '../../suites/runner/session-parts.ts'
import { openSession, type Session } from '../../suites/runner/session.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'

/** For tests: a run with the accounts of a cloud, in a time that passes by waiting alone. */
export interface AskedCloud {
  readonly judged: readonly JudgedCheck[]
  /** what could not be taken back */
  readonly left: readonly string[]
  /** what the organization showed before, and when everything has to be seen after it */
  readonly before: Survey
  readonly after: Survey
  readonly troubles: readonly string[]
  readonly requests: number
  /** of the endpoint's time */
  readonly seconds: number
}

/** For tests: which cloud is asked what. */
export interface CloudQuestion {
  readonly vendor: Vendor
  readonly scenarios: readonly Scenario[]
  readonly manner: CloudManner
  readonly seed: number
  readonly selected?: Selected
  /** how often each kind of write may be sent; as often as it takes when absent */
  readonly bounds?: readonly WriteBound[]
}

/** For tests: asks a cloud everything that is selected, with the accounts whose keys are known there. */
export async function askCloud(question: CloudQuestion): Promise<AskedCloud> {
  const { vendor, scenarios, manner, seed, selected, bounds } = question
  const clock = openSharedClock()
  let requests = 0
  const endpoint = await startEndpoint(vendor, {
    port: 0,
    clock: clock.now,
    pause: clock.answering,
    random: seededRandom(seed, 'cloud'),
    variants: [...cloudOf(vendor, manner), counting(() => (requests += 1))],
  })
  const target = cloudTargetAt(vendor, endpoint.url)
  const asker = { ...askerOf(vendor, scenarios), clock }
  const time = timeOf(asker, target)
  const survey = () => surveyAt({ ...time, vendor: time.vendor ?? vendor, target })
  const before = await survey()
  const session = openSession({
    ...asker,
    target,
    seed,
    nonce: BigInt(seed),
    ...(selected && { selected }),
    ...time,
    ...(bounds && { allowance: allowanceFor(vendor, target, bounds) }),
  })
  const judged = await Promise.all(session.checks.map(({ id }) => verdictOf(session, id)))
  const left = await session.left()
  await clock.pause(manner.lag + manner.takes.switching)
  const after = await survey()
  await session.close()
  await endpoint.close()
  const seconds = (clock.now() - start) / 1000
  return { judged, left, before, after, troubles: endpoint.troubles(), requests, seconds }
}

/** Of two readings that pass, lag may show the one or the other: that is no other verdict. */
const verdictOf = async (session: Session, id: string): Promise<JudgedCheck> => {
  const { reading: _, ...judged } = await session.judged(id)
  return judged
}

/** For tests: the target that a cloud is: eventual, with its own accounts. */
export function cloudTargetAt(
  vendor: Vendor,
  url: URL,
): Target & { readonly accounts: FixedAccounts } {
  const known = new Map(
    cloudAccounts(vendor).map(({ role, account, credentials }): [CloudRole, Principal] => [
      role,
      { account, credentials },
    ]),
  )
  const management = known.get('management')
  if (management === undefined) throw new Error('a cloud has a management account')
  const others = cloudRoles.flatMap((role) => {
    const principal = known.get(role)
    return principal === undefined ? [] : [[role, principal] as const]
  })
  return {
    ...targetAt(underTest(vendor), url),
    consistency: 'eventual',
    accounts: { mode: 'fixed', management, ...Object.fromEntries(others) },
  }
}

const counting = (heard: () => void) => ({
  name: 'counting',
  description: 'counts',
  evidence: {},
  deliver:
    <M, D>(deliver: (message: M) => Promise<D>) =>
    (message: M): Promise<D> => {
      heard()
      return deliver(message)
    },
})

type SurveyParts = Pick<SessionParts, 'vendor' | 'now' | 'pause'> & {
  readonly connection?: SessionParts['connection']
  readonly target: Target & { readonly accounts: FixedAccounts }
}

/** Looks at the organization, however often that takes. */
const surveyAt = async ({
  vendor,
  target,
  now,
  pause,
  connection,
}: SurveyParts): Promise<Survey> => {
  if (connection === undefined) throw new Error('there is no line')
  const transcript = openTranscript()
  const client = openClient({ vendor, target, connection, transcript, now, pause, enduring: true })
  const { accounts } = target
  const hands = handsFor({ accounts, vendor, heard: () => {} }, client)
  return surveyOrganization(vendor, hands(accounts.management.account).owner, accounts)
}
