import { allowanceFor } from '../actors/allowance-for.ts'
import { noting, openChanges } from '../actors/changes.ts'
import { freshFrom } from '../actors/fresh.ts'
import { openWaiting } from '../actors/waiting.ts'
import { usualExtent } from '../case/extent.ts'
import { openLag } from '../case/lag.ts'
import { openMonitor } from '../case/monitor.ts'
import { keptOfOneCase } from '../client/answer-bounds.ts'
import { openClient } from '../client/client.ts'
import { openConnection, type Connection } from '../client/connection.ts'
import { limiterFor } from '../client/limiter.ts'
import { clockOf, movableTime } from '../client/moved-time.ts'
import { patienceOf, seenWithin } from '../client/patience.ts'
import { hidden } from '../client/pseudonyms.ts'
import { redactionOf } from '../client/redaction.ts'
import { stopAfter } from '../client/stop.ts'
import { routeOf, type Target } from '../client/target.ts'
import { openTranscript, type Transcript } from '../client/transcript.ts'
import { openOracle } from '../oracle/oracle.ts'
import type { JudgedCheck } from '../verdict/verdict.ts'
import { countingFindings } from './counting-findings.ts'
import { guardFor } from './guard-for.ts'
import type { RunParts } from './run-parts.ts'
import type { SessionParts, Taken } from './session-parts.ts'

const nothingTaken: Taken = { exchanges: 0, names: 0, writes: 0 }

/** What all cases of a session share, and who closes it. */
export interface OpenSession extends Omit<RunParts, 'rest'> {
  readonly decided: Map<string, JudgedCheck>
  readonly findings: () => number
  readonly close: () => Promise<void>
}

/** Opens what all cases of a session share; connects when the first request is sent. */
export function openContext(parts: SessionParts, wanted: (check: string) => boolean): OpenSession {
  const { vendor, target, signal, taken = nothingTaken } = parts
  const ended = new AbortController()
  const stop = signal && stopAfter(signal, parts.pause, ended.signal)
  const shared = shareOf(parts, taken)
  const { pause, connection, finding } = shared
  const fresh = freshFrom(parts.nonce, vendor.mintAccount, BigInt(taken.names))
  const listedWithin = seenWithin(target)
  const changes = openChanges({ now: shared.now, listedWithin })
  const client = noting(openClient({ ...shared, ...(stop && { stop }) }), changes)
  const guarding = { ...shared, acting: client, changes, listedWithin }
  const organization = guardFor(guarding, fresh, parts)
  return {
    ...shared,
    client,
    wanted,
    fresh,
    monitor: shared.watch,
    oracle: openOracle(finding),
    findings: finding.count,
    lag: openLag(target),
    waiting: openWaiting({ pause, patience: patienceOf(target), long: parts.long ?? (() => {}) }),
    redact: hidden(shared.redact, parts.pseudonyms),
    decided: new Map(),
    ...(organization && { organization }),
    close: async () => {
      ended.abort()
      await connection.close()
    },
  }
}

/** What clients, guards and cases are made of. */
const shareOf = (parts: SessionParts, taken: Taken) => {
  const { vendor, target, signal, redact = redactionOf(target) } = parts
  const transcript = openTranscript(taken.exchanges)
  const finding = countingFindings(transcript)
  learnFrom(transcript, parts)
  return {
    sequences: usualExtent,
    ...parts,
    ...movableTime(parts.now, parts.moveTime ?? clockOf(target)),
    transcript,
    finding,
    redact,
    connection: parts.connection ?? lineTo(target, transcript),
    pause: (milliseconds: number): Promise<void> => parts.pause(milliseconds, signal),
    watch: openMonitor(finding),
    // who takes back after a stop keeps the rate, too: no signal ends these waits
    limiter: limiterFor(target, parts),
    allowance: parts.allowance ?? allowanceFor(vendor, target),
  }
}

/** Whatever is said may tell whose the endpoint is. */
const learnFrom = (transcript: Transcript, { pseudonyms }: SessionParts): void => {
  if (pseudonyms !== undefined) transcript.listen(pseudonyms.learn)
}

/** The line to a target: what is kept of it is bounded. */
const lineTo = (target: Target, { weight }: Transcript): Connection => {
  const { deadline, concurrency: connections, accounts } = target
  return openConnection(new URL(target.endpoint), {
    ...routeOf(target),
    deadline,
    connections,
    keeps: weight,
    ...(accounts.mode !== 'any' && { kept: keptOfOneCase }),
  })
}
