import { afterAll, describe, inject, test, type TestContext } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { redactionOf, type Redact } from '../client/redaction.ts'
import { shownExchange } from '../client/shown-exchange.ts'
import { sleep } from '../client/stop.ts'
import type { Target } from '../client/target.ts'
import { reasonText, type Check, type JudgedCheck } from '../verdict/verdict.ts'
import { casesFor } from './cases-for.ts'
import { loadScenarios } from './load-scenarios.ts'
import type { CheckReport } from './messages.ts'
import { openRunnerChannel } from './runner-channel.ts'
import { mayAskOf, selectedBy } from './selection.ts'
import { openSession, type Session } from './session.ts'

// One test per case, all of a target's at once: the session decides how much goes on at a time. The checks of a case are
// decided together and told together; a test of its own for each would only cost (harness/run/README.md has the figures).

const request = inject('request')
const mayAsk = mayAskOf(request.only)
const scenarios = await loadScenarios(mayAsk)

const channel = await openRunnerChannel(request.channel)
afterAll(() => channel.close())

for (const { vendor: id, target } of request.targets) {
  const vendor = await loadVendor(id)
  const session = openSession({
    vendor,
    target,
    scenarios,
    cases: casesFor(vendor, scenarios, mayAsk),
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
  for (const { id, checks } of session.cases) {
    test(id, async ({ task, skip }) => {
      const judged = await Promise.all(
        checks.map((check) => judgedOrBroken(session, check, { target, redact })),
      )
      channel.say({ kind: 'judged', reports: judged.map((one) => tell(one, session, redact)) })
      task.meta.told = true
      settle(judged, skip)
    })
  }
  afterAll(async () => {
    const left = await session.left()
    channel.say({ kind: 'left', target: target.name, what: left.map(redact) })
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

/**
 * What came of a case in the words of the runner, for whoever looks through its own reporters: it fails by the first
 * check that is wrong, and is skipped where all were left open.
 */
function settle(judged: readonly JudgedCheck[], skip: TestContext['skip']): void {
  const wrong = judged.find(({ verdict }) => verdict === 'fail' || verdict === 'error')
  if (wrong !== undefined) {
    const { id, verdict } = wrong
    throw Object.assign(new Error(`${id}: ${reasonText(wrong) ?? verdict}`), { stack: '' })
  }
  const [first] = judged
  if (first === undefined) return
  if (judged.every(({ verdict }) => verdict === 'untestable' || verdict === 'inconclusive')) {
    skip(reasonText(first))
  }
}
