import { expect, test } from 'vitest'

import {
  gathered,
  inventedResults,
  inventedReports,
  judged,
} from '../../results/invented-results.ts'
import { paintIn } from '../../text/paint.ts'
import { terminalReport } from './terminal.ts'

const plain = { paint: paintIn(false), verbose: false }

test('the report of one check of each verdict', () => {
  expect(terminalReport(inventedResults(), plain)).toMatchInlineSnapshot(`
    "orgproof 0.0.0, run run-1, seed 1

    invented  aws  http://127.0.0.1:4000  nonconformant

      axis        pass   fail   warn  absent  untestable  inconclusive  error
      behaviour      1      ·      1       1           1             1      1
      refusal        ·      2      ·       ·           ·             ·      ·

      4 findings, 3 causes

      ERROR  scenario/two/ours
        Title of scenario/two/ours
        why       Error: boom
        says so   manual.txt:10-12

      FAIL  scenario/one/fails
        Title of scenario/one/fails
        why       Nope is not the code of this mistake
        expected  CreatePolicy is refused: Fitting
        received  CreatePolicy is refused: HTTP 400 Nope
        says so   manual.txt:10-12 (rule A1, A2)
        try       curl -sS -X POST --sign us-east-1:service --user "111122223333:$SECRET" -H 'x-call: Create' --data-binary '{"Name":"it'\\''s"}' http://127.0.0.1:4000/
        also      scenario/one/fails/too

      … and 1 cause of warnings (--verbose shows all)

    What this run did not establish
      invented: 1 check inconclusive
      invented: 1 check untestable NO_PRINCIPAL
      invented: 1 check absent, as declared: tags
      invented: the vendor's own unitDepth: the target states 3
      invented: the vendor's own tagsPerResource: the target states no limit
      invented: 1 of 3 rules of the document that no check can establish
      invented: left behind, take it back by hand: createUnit {} by 1

    invented is nonconformant
    1 passed, 3 failed, 1 warned, 1 absent, 2 not established
    "
  `)
})

test('without colours there is no escape sequence, with them there are some', () => {
  expect(terminalReport(inventedResults(), plain)).not.toContain('\u001B')
  const coloured = { ...plain, paint: paintIn(true) }
  expect(terminalReport(inventedResults(), coloured)).toContain('\u001B[31m')
})

test('verbose shows warnings and every check by name', () => {
  const report = terminalReport(inventedResults(), { ...plain, verbose: true })
  expect(report).toContain('WARN  scenario/one/warns')
})

test('what was played again is told in a line of its own', () => {
  const reason = '3 cases played again, up to 0.4 s behind a write: nothing else came of it'
  const again = { judged: judged('endpoint/aws/settles-at-once', { reason }), exchanges: [] }
  const reports = [...inventedReports, again]
  expect(terminalReport(inventedResults({ reports }), plain)).toContain(`\n  ${reason}\n`)
  expect(terminalReport(inventedResults(), plain)).not.toContain('played again')
})

test('calls that were answered only when repeated are told in a line, where there were any', () => {
  const received = 'repeated: 12 of 9,856 calls (throttled 9, lost 3)'
  const busy = { judged: judged('endpoint/aws/is-not-busy', { received }), exchanges: [] }
  const reports = [...inventedReports, busy]
  expect(terminalReport(inventedResults({ reports }), plain)).toContain(`\n  ${received}\n`)
  expect(terminalReport(inventedResults(), plain)).not.toContain('repeated')
})

test('answers that were more than is read are told in a line, where there were any', () => {
  const received = '100,000 levels of nesting: no more than 1,000 are read (ListRoots, once)'
  const large = { judged: judged('endpoint/aws/answers-are-bounded', { received }), exchanges: [] }
  const reports = [...inventedReports, large]
  expect(terminalReport(inventedResults({ reports }), plain)).toContain(
    `\n  not read: ${received}\n`,
  )
  expect(terminalReport(inventedResults(), plain)).not.toContain('not read')
})

test('many findings stay readable: the rest is counted', () => {
  const reports = Array.from({ length: 50 }, (_, index) => ({
    judged: judged(`scenario/many/${index}`, {
      verdict: 'fail',
      reason: `wrong in way ${String.fromCodePoint(0x4e00 + index)}`,
    }),
    exchanges: [],
  }))
  const report = terminalReport(inventedResults({ reports }), plain)
  expect(report.trimEnd().split('\n')).toHaveLength(60)
  expect(report).toMatch(/… and \d+ more causes of what fails/)
  const verbose = terminalReport(inventedResults({ reports }), { ...plain, verbose: true })
  expect(verbose.match(/ {2}FAIL /g)).toHaveLength(50)
})

test('checks that fail alike have one cause', () => {
  const reports = Array.from({ length: 50 }, (_, index) => ({
    judged: judged(`scenario/many/${index}`, {
      verdict: 'fail',
      reason: `the unit ou-ab${index}-0000000${index} is missing`,
    }),
    exchanges: [],
  }))
  const report = terminalReport(inventedResults({ reports }), plain)
  expect(report.match(/ {2}FAIL /g)).toHaveLength(1)
  expect(report).toContain('scenario/many/1 and 48 more')
})

test('a run that was cut short, a shard and a selection say what they leave open', () => {
  const run = {
    ...gathered.run,
    complete: false,
    selection: { only: ['scenario/*'], axes: ['refusal'], shard: { part: 1, of: 2 } },
  } as const
  const report = terminalReport(inventedResults({ run, reports: inventedReports }), plain)
  expect(report).toContain('the run did not end by itself')
  expect(report).toContain('checks outside scenario/*')
  expect(report).toContain('axes other than refusal')
  expect(report).toContain('shards other than 1 of 2')
})
