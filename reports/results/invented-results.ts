import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { ShownExchange } from '../../suites/client/shown-exchange.ts'
import type { Target } from '../../suites/client/target.ts'
import type { CheckReport } from '../../suites/runner/messages.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { caseInId } from './case-in-id.ts'
import { collect, type CollectedRun } from './collect.ts'
import type { Results } from './results.ts'

// Invented verdicts of an invented target, for the tests of the renderers only.

/** An endpoint that nobody runs. */
export const inventedTarget: Target = {
  name: 'invented',
  vendor: 'aws',
  endpoint: 'http://127.0.0.1:4000',
  region: 'us-east-1',
  accounts: {
    mode: 'any',
    by: 'access-key',
    credentials: { accessKey: '000000000000', secret: 'invented-secret' },
  },
  absent: { tags: 'not built yet' },
  limits: { unitDepth: 3, tagsPerResource: null },
  concurrency: 1,
  deadline: 1000,
  readOnly: false,
}

const hash = '0'.repeat(64)

/** As much of a vendor as reports look at. */
export const inventedVendor: Pick<Vendor, 'requirements'> & Required<Pick<Vendor, 'curl'>> = {
  requirements: [
    { id: 'A1', rule: 'r', level: 'must', citations: [], checks: ['scenario/one/fails'] },
    { id: 'A2', rule: 'r', level: 'must', citations: [], checks: ['scenario/one/*'] },
    { id: 'A3', rule: 'r', level: 'must', citations: [], notTested: 'nobody can' },
  ],
  curl: {
    arguments: ['--sign', '{region}:service'],
    accessKey: 'KEY',
    secret: 'SECRET',
    token: { header: 'x-token', variable: 'TOKEN' },
    renewed: ['authorization', 'x-date'],
  },
}

/** A judged check; what is not said is a pass of a must on the axis of behaviour. */
export function judged(id: string, differs: Partial<JudgedCheck> = {}): JudgedCheck {
  return {
    id,
    case: caseInId(id),
    source: 'suites/scenarios/invented.ts',
    title: `Title of ${id}`,
    target: inventedTarget.name,
    vendor: 'aws',
    operation: 'CreatePolicy',
    axis: 'behaviour',
    level: 'must',
    verdict: 'pass',
    citations: [{ kind: 'document', document: 'manual.txt', lines: [10, 12], sha256: hash }],
    exchanges: [],
    ...differs,
  }
}

/** An exchange as a session numbers it. */
export function exchanged(id: number): ShownExchange {
  return {
    id,
    account: '111122223333',
    operation: 'CreatePolicy',
    at: 0,
    took: 2,
    request: {
      method: 'POST',
      path: '/',
      headers: { authorization: '«redacted»', 'x-date': 'today', 'x-call': 'Create' },
      body: `{"Name":"it's"}`,
    },
    answer: { status: 400, headers: {}, body: '{"__type":"Nope"}' },
  }
}

const toldOf = (check: JudgedCheck): CheckReport => ({
  judged: check,
  exchanges: check.exchanges.map(exchanged),
})

const failing = {
  verdict: 'fail',
  reason: 'Nope is not the code of this mistake',
  expected: 'CreatePolicy is refused: Fitting',
  received: 'CreatePolicy is refused: HTTP 400 Nope',
} as const

/** One check of each verdict, and two that fail alike. */
export const inventedReports: readonly CheckReport[] = [
  judged('scenario/one/passes'),
  judged('scenario/one/fails', { ...failing, axis: 'refusal', exchanges: [41] }),
  judged('scenario/one/fails/too', { ...failing, axis: 'refusal', exchanges: [41, 17] }),
  judged('scenario/one/warns', { verdict: 'warn', reason: 'undocumented member', level: 'should' }),
  judged('scenario/two/absent', { verdict: 'absent', code: 'tags', reason: 'not built yet' }),
  judged('scenario/two/untestable', {
    verdict: 'untestable',
    code: 'NO_PRINCIPAL',
    reason: 'no member',
  }),
  judged('scenario/two/open', { verdict: 'inconclusive', reason: 'no answer\u0000 <in time>' }),
  judged('scenario/two/ours', { verdict: 'error', reason: 'Error: boom\n    at line 1' }),
].map(toldOf)

/** The run that reports all this. */
export const gathered: CollectedRun = {
  suite: { name: 'orgproof', version: '0.0.0' },
  run: {
    id: 'run-1',
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:00:02.000Z',
    seed: 1,
    selection: { only: [], axes: [] },
    planned: inventedReports.length,
    complete: true,
  },
  parties: [{ vendor: inventedVendor, target: inventedTarget, left: ['createUnit {} by 1'] }],
  reports: inventedReports,
}

/** What these come to. */
export function inventedResults(differs: Partial<CollectedRun> = {}): Results {
  const all = { ...gathered, ...differs }
  return collect({
    ...all,
    run: { ...all.run, planned: differs.run?.planned ?? all.reports.length },
  })
}
