import { offers, type Feature } from '../specs/features.ts'
import type { Vendor } from '../specs/vendor.ts'
import { basisFinder } from './basis.ts'
import type { Case } from './case.ts'
import { openClient } from './client.ts'
import { openLine, type Line } from './exchange.ts'
import { playCase } from './play.ts'
import { protocolCases } from './protocol/protocol-cases.ts'
import { contractCases } from './contract/contract-cases.ts'
import { redactionOf } from './redaction.ts'
import { scenarioCase } from './scenario-case.ts'
import type { Scenario } from './scenario.ts'
import type { Target } from './target.ts'
import { openTranscript, type Transcript } from './transcript.ts'
import type { Check, JudgedCheck } from './verdict.ts'
import { freshFrom } from './fresh.ts'

/** What a run is made of besides its target; nothing here is read from the outside. */
export interface SessionParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly scenarios: readonly Scenario[]
  /** `casesFor` the vendor and these scenarios, when they are there already */
  readonly cases?: readonly Case[]
  readonly seed: number
  /** below 2^40; differs from run to run, so that names never meet those of an earlier run */
  readonly nonce: bigint
  readonly now: () => number
  readonly pause: (milliseconds: number) => Promise<void>
  /** which checks are wanted; all when absent */
  readonly wanted?: (check: Check) => boolean
  readonly signal?: AbortSignal
  /** another line than the plain one, to listen in */
  readonly line?: Line
}

/** A suite opened on a target: its checks are known before anything is sent. */
export interface Session {
  readonly checks: readonly Check[]
  /** The judgement of a check, its texts without secrets. Its case is played once, when the first of its checks is asked. */
  judged(check: string): Promise<JudgedCheck>
  readonly transcript: Transcript
  /** what could not be taken back in an organization that is not the suite's, as it is: not for reports */
  readonly left: readonly string[]
  close(): Promise<void>
}

/**
 * Every case there is for a vendor, in a stable order. Stories of what its API knows nothing of are left out;
 * what its profile declares absent stays, and says so.
 */
export function casesFor(vendor: Vendor, scenarios: readonly Scenario[]): readonly Case[] {
  const basis = basisFinder(vendor)
  return [
    ...contractCases(vendor, basis),
    ...protocolCases(vendor, basis),
    ...scenarios
      .filter(({ needs }) => needs.every((need) => speaksOf(vendor, need)))
      .map((told) => scenarioCase(told, vendor, basis)),
  ]
}

const speaksOf = (vendor: Vendor, feature: Feature): boolean =>
  offers(vendor, feature) || vendor.profile.absent[feature] !== undefined

/** Opens the suite on a target; connects when the first check is asked. */
export function openSession(parts: SessionParts): Session {
  const { vendor, target } = parts
  const cases = parts.cases ?? casesFor(vendor, parts.scenarios)
  const wanted = parts.wanted ?? (() => true)
  const transcript = openTranscript()
  const line =
    parts.line ??
    openLine(new URL(target.endpoint), {
      deadline: target.deadline,
      connections: target.concurrency,
    })
  const client = openClient({ ...parts, line, transcript })
  const turn = turns(target.accounts.mode === 'fixed' ? 1 : target.concurrency)
  const fresh = freshFrom(parts.nonce, vendor.mintAccount)
  const left: string[] = []
  const redact = redactionOf(target)
  const played = new Map<Case, Promise<ReadonlyMap<string, JudgedCheck>>>()
  const caseOf = new Map(
    cases.flatMap((one) => one.checks.map((check) => [check.id, one] as const)),
  )
  const play = (one: Case): Promise<ReadonlyMap<string, JudgedCheck>> =>
    turn(() => playCase(one, { ...parts, client, transcript, fresh, left, redact }))
  return {
    checks: cases.flatMap(({ checks }) => checks.filter(wanted)),
    judged: async (id) => {
      const one = caseOf.get(id)
      if (one === undefined) throw new Error(`there is no check ${id}`)
      const playing = played.get(one) ?? play(one)
      played.set(one, playing)
      const judged = (await playing).get(id)
      if (judged === undefined) throw new Error(`case ${one.id} does not decide ${id}`)
      return judged
    },
    transcript,
    left,
    close: () => line.close(),
  }
}

/** Lets at most `most` pieces of work go on at once. */
const turns = (most: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let free = most
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
