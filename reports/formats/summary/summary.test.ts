import { expect, test } from 'vitest'

import {
  gathered,
  inventedReports,
  inventedResults,
  inventedTarget,
  judged,
} from '../../results/invented-results.ts'
import { summaryLimit, summaryMarkdown } from './summary.ts'

test('the summary of one check of each verdict', () => {
  expect(summaryMarkdown(inventedResults())).toMatchInlineSnapshot(`
    "# invented is nonconformant

    | target | API | verdict | passed | failed | warned | absent | not established |
    |---|---|---|---|---|---|---|---|
    | invented | aws | nonconformant | 1 | 3 | 1 | 1 | 2 |

    ## invented: 4 findings, 3 causes

    ### 1. ERROR \`scenario/two/ours\`

    Title of scenario/two/ours

    - why: \`Error: boom\`
    - says so: manual.txt:10-12

    ### 2. FAIL \`scenario/one/fails\`

    Title of scenario/one/fails

    - why: \`Nope is not the code of this mistake\`
    - expected: \`CreatePolicy is refused: Fitting\`
    - received: \`CreatePolicy is refused: HTTP 400 Nope\`
    - says so: manual.txt:10-12 (rule A1, A2)
    - also: \`scenario/one/fails/too\`

    \`\`\`sh
    curl -sS -X POST --sign us-east-1:service --user "111122223333:$SECRET" -H 'x-call: Create' --data-binary '{"Name":"it'\\''s"}' http://127.0.0.1:4000/
    \`\`\`

    ### 3. WARN \`scenario/one/warns\`

    Title of scenario/one/warns

    - why: \`undocumented member\`
    - says so: manual.txt:10-12 (rule A2)

    ## What this run did not establish

    - invented: 1 check inconclusive
    - invented: 1 check untestable NO\\_PRINCIPAL
    - invented: 1 check absent, as declared: tags
    - invented: the vendor's own unitDepth: the target states 3
    - invented: the vendor's own tagsPerResource: the target states no limit
    - invented: 1 of 3 rules of the document that no check can establish

    ## What is left behind

    - invented: left behind, take it back by hand: createUnit \\{\\} by 1

    \`orgproof 0.0.0, run run-1, seed 1\`; everything is in \`results.json\`.
    "
  `)
})

const failing = (count: number, target = inventedTarget.name) =>
  Array.from({ length: count }, (_, at) => ({
    judged: judged(`scenario/many-${at}/fails`, {
      target,
      verdict: 'fail',
      reason: `wrong in way ${String.fromCodePoint(0x4e00 + at)} ${'x'.repeat(300)}`,
    }),
    exchanges: [],
  }))

test('what comes first is told in full, the rest in tables', () => {
  const summary = summaryMarkdown(inventedResults({ reports: failing(130) }))
  expect(summary).toContain('## invented: 130 findings, 130 causes')
  expect(summary.match(/^### /gmu)).toHaveLength(10)
  expect(summary).toContain('<details><summary>Causes 111 to 130</summary>')
  expect(summary.match(/^\| fail \| /gmu)).toHaveLength(120)
})

test('however much there is, a job takes it, and it still says what was not established', () => {
  const targets = ['one', 'two', 'three']
  const [party] = gathered.parties
  if (party === undefined) throw new Error('nothing is gathered')
  const parties = targets.map((name) => ({ ...party, target: { ...party.target, name } }))
  const reports = targets.flatMap((name) => failing(3000, name))
  const summary = summaryMarkdown(inventedResults({ parties, reports }))
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(summaryLimit)
  expect(Buffer.byteLength(summary)).toBeGreaterThan(summaryLimit * 0.9)
  for (const name of targets) expect(summary).toContain(`## ${name}: 3,000 findings`)
  expect(summary).toContain('## What this run did not establish')
})

test('what came from an endpoint is no Markdown, no HTML and no end of a block', () => {
  const nasty = '<img src=x> [link](http://x) `code` | cell\n```\n# heading'
  const wrong = judged('scenario/one/fails', { verdict: 'fail', received: nasty, reason: nasty })
  const [alone, behind] = [0, 10].map((others) =>
    summaryMarkdown(
      inventedResults({ reports: [...failing(others), { judged: wrong, exchanges: [] }] }),
    ),
  )
  expect(alone).toContain('- received: ````<img src=x> [link](http://x) `code` | cell')
  expect(behind).toContain(String.raw`| &lt;img src=x\> \[link\](http://x) \`code\` \| cell |`)
  for (const summary of [alone, behind]) expect(summary).not.toMatch(/^# heading/mu)
})

test('an operation that is missing is named once, with what waits for it', () => {
  const reports = [
    judged('contract/aws/CreatePolicy/is-implemented', { verdict: 'fail' }),
    judged('contract/aws/CreatePolicy/minimal/succeeds', {
      verdict: 'untestable',
      code: 'NOT_IMPLEMENTED',
    }),
  ].map((one) => ({ judged: one, exchanges: [] }))
  const summary = summaryMarkdown(inventedResults({ reports }))
  expect(summary).toContain('### Missing: 1 operation is not offered')
  expect(summary).toContain('1 check could not be asked: `CreatePolicy`.')
})

test('a shard says what it leaves open', () => {
  const selection = { only: [], axes: [], shard: { part: 1, of: 2 } }
  const run = { ...gathered.run, selection }
  expect(summaryMarkdown(inventedResults({ run, reports: inventedReports }))).toContain(
    '- shards other than 1 of 2',
  )
})
