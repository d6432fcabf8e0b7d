import { afterAll, describe, inject, test, type RunnerTestSuite, type TestContext } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { redactionOf, type Redact } from '../client/redaction.ts'
import { shownExchange } from '../client/shown-exchange.ts'
import { sleep } from '../client/stop.ts'
import type { Target } from '../client/target.ts'
import { reasonText, type Check, type JudgedCheck } from '../verdict/verdict.ts'
import { loadScenarios } from './load-scenarios.ts'
import { pinnedTo, type CheckReport } from './messages.ts'
import { openRunnerChannel } from './runner-channel.ts'
import { selectedBy } from './selection.ts'
import { openSession, type Session } from './session.ts'

// One test per check, all of a target's at once: the session decides how much goes on at a time.

const request = inject('request')
const scenarios = await loadScenarios()

const channel = await openRunnerChannel(request.channel)
afterAll(() => channel.close())

for (const { vendor, target } of request.targets) {
  const session = openSession({
    vendor: await loadVendor(vendor),
    target,
    scenarios,
    seed: request.seed,
    nonce: BigInt(request.nonce),
    now: Date.now,
    pause: sleep,
    selected: selectedBy(request),
    signal: channel.stopped,
    recorded: (entry) => channel.say({ kind: 'write', target: target.name, entry }),
  })
  channel.say({ kind: 'planned', target: target.name, checks: session.checks })
  // accounts that are not ours are left as they were: only there a stopped run still has something to say
  if (target.accounts.mode === 'any') {
    channel.stopped.addEventListener('abort', () => void session.close())
  }
  describe.concurrent(target.name, () => askAll(session, target))
}

function askAll(session: Session, target: Target): void {
  const redact = redactionOf(target)
  let suite: RunnerTestSuite | undefined
  for (const check of session.checks) {
    test(check.title, async ({ task, skip }) => {
      suite = task.suite
      const report = tell(await judgedOrBroken(session, check, { target, redact }), session, redact)
      pinnedTo(task.meta).report = report
      settle(report.judged, skip)
    })
  }
  afterAll(async () => {
    const left = await session.left()
    if (suite !== undefined) pinnedTo(suite.meta).left = left.map(redact)
    await session.close()
  })
}

interface Broken {
  readonly target: Target
  readonly redact: Redact
}

/** A judgement for every check, also where the suite itself is wrong. */
async function judgedOrBroken(
  session: Session,
  check: Check,
  { target, redact }: Broken,
): Promise<JudgedCheck> {
  try {
    return await session.judged(check.id)
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const broken = { verdict: 'error', reason: redact(reason), exchanges: [] } as const
    return { ...check, ...broken, target: target.name }
  }
}

function tell(judged: JudgedCheck, session: Session, redact: Redact): CheckReport {
  const shown = judged.verdict === 'pass' ? [] : judged.exchanges
  const exchanges = shown.flatMap((id) => session.transcript.get(id) ?? [])
  return {
    judged: { ...judged, exchanges: exchanges.map(({ id }) => id) },
    exchanges: exchanges.map((exchange) => shownExchange(exchange, redact)),
  }
}

/** The verdict in the words of the runner, for whoever looks through its own reporters. */
function settle(judged: JudgedCheck, skip: TestContext['skip']): void {
  const { verdict } = judged
  const reason = reasonText(judged) ?? verdict
  if (verdict === 'untestable' || verdict === 'inconclusive') skip(reason)
  if (verdict !== 'fail' && verdict !== 'error') return
  const name = verdict === 'fail' ? 'AssertionError' : 'HarnessError'
  throw Object.assign(new Error(reason), { name, stack: '' })
}
