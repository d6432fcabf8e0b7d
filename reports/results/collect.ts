import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Target } from '../../suites/client/target.ts'
import type { CheckReport } from '../../suites/runner/messages.ts'
import { totalsOf } from '../../suites/verdict/verdict.ts'
import { axesTotalsOf } from './axes-totals.ts'
import { claimsOf } from './claims.ts'
import { curlLine } from './curl.ts'
import {
  type CheckResult,
  type ExchangeResult,
  type ProvenIdentity,
  type Results,
  type RunFacts,
  type TargetResult,
} from './results.ts'
import { targetVerdict } from './target-verdict.ts'

/** A target of the run: whose API it offers, and what could not be taken back there. */
export interface TargetRun {
  readonly vendor: Pick<Vendor, 'requirements' | 'curl'>
  readonly target: Target
  readonly left: readonly string[]
  /** who its credentials were proven to be */
  readonly identity?: ProvenIdentity
}

/** A finished run, not yet in order. */
export interface CollectedRun {
  readonly suite: Results['suite']
  readonly run: RunFacts
  readonly parties: readonly TargetRun[]
  readonly reports: readonly CheckReport[]
}

/**
 * The results of a run: checks sorted by target and id, exchanges numbered from 1 in the order in which the checks
 * name them, so that two runs that found the same read the same.
 */
export function collect({ suite, run, parties, reports }: CollectedRun): Results {
  const exchanges: ExchangeResult[] = []
  const checks: CheckResult[] = []
  const targets = parties.map((party) => {
    const own = reports
      .filter(({ judged }) => judged.target === party.target.name)
      .toSorted((one, other) => compare(one.judged.id, other.judged.id))
    const renumber = numbering(party, exchanges)
    const claims = claimsOf(party.vendor.requirements)
    const judged = own.map((one) => ({
      ...one.judged,
      exchanges: renumber(one),
      requirements: claims(one.judged.id),
    }))
    checks.push(...judged)
    return targetResult(party, judged, run.complete)
  })
  return { suite, run, targets, checks, exchanges }
}

/** Numbers the exchanges of a target as they are first named, and puts them where all are. */
const numbering = (
  { vendor, target }: TargetRun,
  all: ExchangeResult[],
): ((reports: CheckReport) => readonly number[]) => {
  const known = new Map<number, number>()
  return ({ exchanges }) =>
    exchanges.map((exchange) => {
      const before = known.get(exchange.id)
      if (before !== undefined) return before
      const id = all.length + 1
      known.set(exchange.id, id)
      const curl = curlLine(exchange, target, vendor.curl)
      all.push({ ...exchange, id, target: target.name, curl })
      return id
    })
}

const targetResult = (
  { vendor, target, left, identity }: TargetRun,
  judged: readonly CheckResult[],
  complete: boolean,
): TargetResult => ({
  name: target.name,
  vendor: target.vendor,
  endpoint: target.endpoint,
  verdict: targetVerdict(judged, complete),
  totals: totalsOf(judged),
  axes: axesTotalsOf(judged),
  ...(identity && { identity }),
  readOnly: target.readOnly,
  absent: target.absent,
  limits: target.limits,
  left,
  requirements: {
    total: vendor.requirements.length,
    notTested: vendor.requirements.filter(({ notTested }) => notTested !== undefined).length,
  },
})

/** By code unit: the same order on every machine. */
const compare = (one: string, other: string): number => {
  if (one === other) return 0
  return one < other ? -1 : 1
}
