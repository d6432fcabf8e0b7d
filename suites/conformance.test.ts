import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { BroadcastChannel } from 'node:worker_threads'
import { afterAll, describe, inject, test, type RunnerTestSuite, type TestContext } from 'vitest'

import { loadVendor } from '../specs/vendors.ts'
import { loadScenarios } from './load-scenarios.ts'
import { openSession, type Session } from './session.ts'
import { redactionOf, type Redact } from './redaction.ts'
import { shownExchange } from './shown-exchange.ts'
import type { Target } from './target.ts'
import { pinnedTo, type Told } from './told.ts'
import type { JudgedCheck } from './verdict.ts'
import { wantedBy } from './wanted.ts'

// One test per check, all of a target's at once: the session decides how much goes on at a time.

const order = inject('order')
const scenarios = await loadScenarios()

const stopping = new AbortController()
// every wait of every case listens
setMaxListeners(0, stopping.signal)
const channel = new BroadcastChannel(order.stop)
channel.addEventListener('message', () => stopping.abort())
afterAll(() => channel.close())

/** Waits, but no longer than until the run is stopped. */
const waiting = async (milliseconds: number): Promise<void> =>
  pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => {})

for (const { vendor, target } of order.targets) {
  const session = openSession({
    vendor: await loadVendor(vendor),
    target,
    scenarios,
    seed: order.seed,
    nonce: BigInt(order.nonce),
    now: Date.now,
    pause: waiting,
    wanted: wantedBy(order),
    signal: stopping.signal,
  })
  // accounts that are not ours are left as they were: only there a stopped run still has something to say
  if (target.accounts.mode === 'any') {
    stopping.signal.addEventListener('abort', () => void session.close())
  }
  describe.concurrent(target.name, () => askAll(session, target))
}

function askAll(session: Session, target: Target): void {
  const redact = redactionOf(target)
  let suite: RunnerTestSuite | undefined
  for (const check of session.checks) {
    test(check.title, async ({ task, skip }) => {
      suite = task.suite
      const told = tell(await session.judged(check.id), session, redact)
      pinnedTo(task.meta).told = told
      settle(told.judged, skip)
    })
  }
  afterAll(async () => {
    if (suite !== undefined) pinnedTo(suite.meta).left = session.left.map(redact)
    await session.close()
  })
}

function tell(judged: JudgedCheck, session: Session, redact: Redact): Told {
  const shown = judged.verdict === 'pass' ? [] : judged.exchanges
  const exchanges = shown.flatMap((id) => session.transcript.get(id) ?? [])
  return {
    judged: { ...judged, exchanges: exchanges.map(({ id }) => id) },
    exchanges: exchanges.map((exchange) => shownExchange(exchange, redact)),
  }
}

/** The verdict in the words of the runner, for whoever looks through its own reporters. */
function settle({ verdict, reason = verdict }: JudgedCheck, skip: TestContext['skip']): void {
  if (verdict === 'untestable' || verdict === 'inconclusive') skip(reason)
  if (verdict !== 'fail' && verdict !== 'error') return
  const name = verdict === 'fail' ? 'AssertionError' : 'HarnessError'
  throw Object.assign(new Error(reason), { name, stack: '' })
}
