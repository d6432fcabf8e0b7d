import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packageRoot } from '../../harness/package-root.ts'
import { matrixMarkdown } from '../../reports/matrix/markdown.ts'
import { matrixOf } from '../../reports/matrix/matrix-of.ts'
import { baselineOf } from '../../reports/results/baseline.ts'
import { inventedResults, judged } from '../../reports/results/invented-results.ts'
import { resultsFile } from '../../reports/results/results-file.ts'
import { committedBaselines } from '../options/committed-baselines.ts'
import { readMatrixSources } from '../options/read-matrix-sources.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgproof-matrix-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = async (name: string, content: object): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify(content))
  return path
}

const results = inventedResults({
  reports: [{ judged: judged('protocol/aws/answer/frame'), exchanges: [] }],
})

test('the committed parity report is what the committed inputs come to', async () => {
  const sources = await readMatrixSources(await committedBaselines())
  if ('problems' in sources) throw new Error(JSON.stringify(sources.problems))
  const committed = await readFile(new URL('reports/parity.md', packageRoot), 'utf8')
  expect(committed, 'npm run parity:update writes it anew').toBe(
    matrixMarkdown(matrixOf(sources.content)),
  )
})

test('results and baselines are told apart by what they say of themselves', async () => {
  const sources = await readMatrixSources([
    await file('results.json', resultsFile(results)),
    fileURLToPath(new URL('fixtures/results/version-1.json', packageRoot)),
    await file('moto-5.json', baselineOf(results)),
  ])
  if ('problems' in sources) throw new Error(JSON.stringify(sources.problems))
  expect(sources.content.endpoints.map(({ name, source }) => [name, source])).toEqual([
    ['invented', 'run'],
    ['reference-huawei', 'run'],
    ['moto-5', 'baseline'],
  ])
})

test('every file that is neither is told, all at once', async () => {
  const unnamed = inventedResults({ reports: [] })
  const sources = await readMatrixSources([
    await file('other.json', { schema: 'something/else' }),
    await file('broken.json', { ...resultsFile(results), checks: 'none' }),
    join(folder, 'missing.json'),
  ])
  expect('problems' in sources && sources.problems.map(({ code }) => code)).toEqual([
    'FILE_SHAPE',
    'FILE_SHAPE',
    'FILE_UNREADABLE',
  ])
  const lost = await readMatrixSources([await file('lost.json', baselineOf(unnamed))])
  expect('problems' in lost && lost.problems.map(({ code }) => code)).toEqual(['NOT_COMPARABLE'])
})
