import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import schema from '../../specs/schemas/matrix.schema.json' with { type: 'json' }
import type { Absence } from '../../specs/vendor/profile.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { aws } from '../../specs/vendors/aws/aws.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { baselineOf } from '../results/baseline.ts'
import { inventedResults, inventedTarget, judged } from '../results/invented-results.ts'
import { endpointsOfBaseline } from './from-baseline.ts'
import { endpointsOfResults } from './from-results.ts'
import { matrixMarkdown } from './markdown.ts'
import { matrixOf } from './matrix-of.ts'
import type { Matrix, MatrixRow } from './matrix.ts'
import type { EndpointSource, MatrixSources, Story, VendorSource } from './source.ts'

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema)

const invites: Story = {
  id: 'invites',
  title: 'An account is invited',
  needs: ['invitations'],
}
const pages: Story = { id: 'pages', kind: 'law', title: 'Pages join', needs: ['units'] }

const found: readonly JudgedCheck[] = [
  judged('scenario/invites/opens', { feature: 'invitations' }),
  judged('scenario/invites/twice', {
    feature: 'invitations',
    axis: 'refusal',
    refusal: 'invitationDuplicate',
    verdict: 'fail',
    exchanges: [],
  }),
  judged('scenario/invites/twice/code', {
    feature: 'invitations',
    axis: 'refusal',
    refusal: 'invitationDuplicate',
    verdict: 'untestable',
    reason: 'SETUP_FAILED',
  }),
  judged('law/pages/units', { feature: 'units', axis: 'pagination' }),
  judged('protocol/aws/answer/frame', { feature: 'organizations', axis: 'protocol' }),
]

const source = (vendor: Vendor, checks: readonly JudgedCheck[]): VendorSource => ({
  vendor,
  cases: [
    {
      id: 'scenario/invites',
      needs: invites.needs,
      checks: checks.filter(({ id }) => id.startsWith('scenario/')),
    },
    {
      id: 'law/pages',
      needs: pages.needs,
      checks: checks.filter(({ id }) => id.startsWith('law/')),
    },
    {
      id: 'protocol/aws/answer',
      needs: [],
      checks: checks.filter(({ id }) => id.startsWith('protocol/')),
    },
  ],
})

const one = aws()
const { acceptInvitation: _accept, leaveOrganization: _leave, ...dialect } = one.dialect
const { invitationDuplicate: _duplicate, ...refusals } = one.refusals.refusals
const unitDepth = one.profile.limits.unitDepth ?? {
  value: 0,
  evidence: { kind: 'protocol', source: '' },
}
const notSold: Absence = {
  reason: 'not | sold here',
  evidence: [{ kind: 'document', document: 'huawei.txt', lines: [7, 9], sha256: 'c'.repeat(64) }],
}
/** The same vendor with less: nobody leaves, nobody accepts, units nest less deeply. */
const other: Vendor = {
  ...one,
  id: 'huawei',
  dialect,
  refusals: { ...one.refusals, refusals },
  profile: {
    ...one.profile,
    absent: { tags: notSold },
    limits: { ...one.profile.limits, unitDepth: { ...unitDepth, value: 3 } },
  },
}

const reports = found.map((check) => ({ judged: check, exchanges: [] }))
const results = inventedResults({ reports })
const measured = endpointsOfResults(results)

const made = (differs: Partial<MatrixSources> = {}): Matrix =>
  matrixOf({
    suite: '1.2.3',
    vendors: [source(one, found), source(other, [])],
    stories: [invites, pages],
    endpoints: measured,
    ...differs,
  })

const rowOf = ({ rows }: Matrix, id: string): MatrixRow => {
  const row = rows.find((each) => each.id === id)
  if (row === undefined) throw new Error(`no row ${id}`)
  return row
}

test('a matrix fits its published schema', () => {
  expect(validate(made()), JSON.stringify(validate.errors)).toBe(true)
})

test.each([
  ['a sum of axes', { endpoints: [{ ...made().endpoints[0], totals: { pass: 1 } }] }],
  ['another schema', { schema: 'orgproof/matrix/0' }],
  [
    'a verdict nobody gives',
    { rows: [{ ...made().rows[0], endpoints: { x: { verdict: 'ok' } } }] },
  ],
])('the schema refuses %s', (_, spoiled) => {
  expect(validate({ ...made(), ...spoiled })).toBe(false)
})

test('a feature is offered, partly or not, and the documents are cited', () => {
  const { vendors, differs } = rowOf(made(), 'invitations')
  expect(vendors['aws']).toMatchObject({ offered: true })
  expect(vendors['aws']?.citations).toHaveLength(7)
  expect(vendors['huawei']).toMatchObject({
    offered: false,
    reason: 'no operation says acceptInvitation',
  })
  expect(differs.vendors).toBe(true)
  expect(rowOf(made(), 'member-leave').vendors['huawei']).toMatchObject({
    offered: false,
    reason: 'no operation offers it',
    operations: [],
  })
  expect(rowOf(made(), 'tags').vendors['huawei']).toMatchObject({
    reason: 'not | sold here',
    citations: notSold.evidence,
  })
  expect(rowOf(made(), 'units').differs).toEqual({ vendors: false, endpoints: false })
})

test('limits differ by their number', () => {
  const { vendors, differs } = rowOf(made(), 'unitDepth')
  expect([vendors['aws']?.value, vendors['huawei']?.value]).toEqual([unitDepth.value, 3])
  expect(vendors['aws']?.citations).toEqual([unitDepth.evidence])
  expect(differs.vendors).toBe(true)
  expect(rowOf(made(), 'closableAccounts').differs.vendors).toBe(false)
})

test('a limit that a target states is its own', () => {
  expect(rowOf(made(), 'unitDepth').endpoints).toEqual({
    [inventedTarget.name]: { axes: {}, states: 3, citations: [] },
  })
  expect(rowOf(made(), 'tagsPerResource').endpoints[inventedTarget.name]?.states).toBeNull()
})

test('a story is asked where all is offered that it needs', () => {
  const tagged: Story = { id: 'tagged', title: 'A unit is tagged', needs: ['units', 'tags'] }
  const matrix = made({ stories: [invites, tagged] })
  const { vendors } = rowOf(matrix, 'invites')
  expect(vendors['aws']).toMatchObject({ offered: true, citations: found[0]?.citations })
  expect(vendors['huawei']).toMatchObject({
    offered: false,
    reason: 'invitations: no operation says acceptInvitation',
  })
  expect(rowOf(matrix, 'tagged').vendors['huawei']).toEqual({
    offered: false,
    reason: 'tags: not | sold here',
    citations: notSold.evidence,
  })
})

test('a mistake has the code of each vendor; to have none is the difference', () => {
  const { vendors, differs } = rowOf(made(), 'invitationDuplicate')
  expect(vendors['aws']?.answers).toEqual(one.refusals.refusals.invitationDuplicate?.answers)
  expect(vendors['huawei']?.offered).toBe(false)
  expect(differs.vendors).toBe(true)
})

test('a mixed row shows its worst verdict and counts by axis', () => {
  const cell = { verdict: 'fail', citations: found[1]?.citations }
  const { endpoints, checks, differs } = rowOf(made(), 'invites')
  expect(endpoints[inventedTarget.name]).toEqual({
    ...cell,
    axes: { behaviour: { pass: 1 }, refusal: { fail: 1, untestable: 1 } },
  })
  expect(differs.endpoints).toBe(true)
  expect(checks).toEqual({
    'scenario/invites/twice': { [inventedTarget.name]: 'fail' },
    'scenario/invites/twice/code': { [inventedTarget.name]: 'untestable' },
  })
  expect(rowOf(made(), 'invitationDuplicate').endpoints[inventedTarget.name]).toEqual({
    ...cell,
    axes: { refusal: { fail: 1, untestable: 1 } },
  })
})

test('rows that differ come first within their kind', () => {
  const { rows } = made()
  const kinds = rows.map(({ kind }) => kind)
  expect([...new Set(kinds)]).toEqual(['feature', 'limit', 'scenario', 'law', 'refusal'])
  for (const kind of new Set(kinds)) {
    const flags = rows
      .filter((row) => row.kind === kind)
      .map(({ differs }) => differs.vendors || differs.endpoints)
    expect(flags, kind).toEqual(flags.toSorted((a, b) => Number(b) - Number(a)))
  }
})

test('a baseline says the same as the run it was made of', () => {
  const [fromBaseline] = endpointsOfBaseline('known-1.0', baselineOf(results), [source(one, found)])
  const [fromRun] = measured
  expect(seen(fromBaseline)).toEqual(seen(fromRun))
  expect(fromBaseline).toMatchObject({ name: 'known-1.0', vendor: 'aws', verdict: 'nonconformant' })
})

const seen = (endpoint: EndpointSource | undefined) =>
  endpoint?.observed.map(({ id, verdict, axis }) => ({ id, verdict, axis })).toSorted(byId)

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1

test('what an older suite asked keeps its verdicts, and has no axis', () => {
  const grown = [...found, judged('scenario/invites/new', { feature: 'invitations' })]
  const endpoints = endpointsOfBaseline('old', baselineOf(results), [source(one, grown)])
  const cell = rowOf(made({ endpoints }), 'invites').endpoints['old']
  expect(cell).toMatchObject({
    verdict: 'fail',
    axes: { refusal: { fail: 1, untestable: 1 }, older: { pass: 1 } },
  })
})

test('a baseline without a check of any vendor is refused', () => {
  const lost = inventedResults({ reports: reports.slice(0, 1) })
  expect(() => endpointsOfBaseline('lost', baselineOf(lost), [])).toThrow(
    "the baseline of invented has no check of a vendor's own contract or protocol",
  )
})

test('what a vendor does not offer is no finding of its endpoint', () => {
  const absent = [
    judged('scenario/invites/opens', { feature: 'invitations', verdict: 'absent' }),
    judged('law/pages/units', { feature: 'units', verdict: 'absent' }),
  ]
  const endpoints: EndpointSource[] = measured.map((endpoint) => ({
    ...endpoint,
    vendor: 'huawei',
    observed: absent,
  }))
  const vendors = [source(one, found), source(other, found)]
  const matrix = made({ endpoints, vendors })
  expect(rowOf(matrix, 'invites').endpoints).toEqual({})
  expect(rowOf(matrix, 'pages').endpoints[inventedTarget.name]?.verdict).toBe('absent')
  expect(matrix.endpoints[0]?.axes).toEqual({ behaviour: { absent: 2 } })
})

test('endpoints of one name are told apart', () => {
  const { endpoints } = made({ endpoints: [...measured, ...measured] })
  expect(endpoints.map(({ name }) => name)).toEqual(['invented', 'invented #2'])
})

test('Markdown shows the worst first, cites lines and numbers other sources', () => {
  const text = matrixMarkdown(made())
  expect(text).toContain('| invented | aws | nonconformant | everything | run of suite 0.0.0')
  expect(text).toContain(
    '| An account is invited `invites` | **fail** · refusal 1✗ 1? (manual.txt:10–12) |',
  )
  expect(text).toContain('| no: not \\| sold here (')
  const [, laws = ''] = text.split('## Laws')
  expect(laws).toContain('| Pages join `pages` | pass |')
  expect(text.indexOf('`unitDepth` |')).toBeLessThan(text.indexOf('`tagsPerResource` |'))
  expect(text).toContain('| `scenario/invites/twice` | **fail** |')
  expect(text).not.toContain('| `scenario/invites/twice/code` |')
  expect(text).toMatch(/\n1\. .+\n2\. /u)
})

test('every table is whole: each line has as many cells as its head', () => {
  const endpoints = Array.from({ length: 9 }, () => measured).flat()
  const tables = matrixMarkdown(made({ endpoints }))
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
  expect(tables.length).toBeGreaterThan(10)
  for (const table of tables) {
    const widths = table
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/(?<!\\)\|/u).length)
    expect(new Set(widths).size, table).toBe(1)
    expect(widths[0]).toBeLessThan(11)
  }
})

test('without an endpoint the documents speak alone', () => {
  const text = matrixMarkdown(made({ endpoints: [] }))
  expect(text).toContain('### What the documents say')
  expect(text).not.toContain('### What the endpoints do')
})
