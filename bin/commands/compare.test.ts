import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { CollectedRun } from '../../reports/results/collect.ts'
import {
  gathered,
  inventedReports,
  inventedResults,
} from '../../reports/results/invented-results.ts'
import { resultsText } from '../../reports/results/results-file.ts'
import { enter } from '../testing/enter.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgproof-compare-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = async (name: string, differs: Partial<CollectedRun> = {}): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, resultsText(inventedResults(differs)))
  return path
}

const better = inventedReports.map(({ judged, exchanges }) => {
  const { reason: _reason, ...rest } = judged
  const passes = judged.verdict === 'fail' ? { ...rest, verdict: 'pass' as const } : judged
  return { judged: passes, exchanges }
})

test('what is still as it was ends with 0, what is worse with 1, and what is better with 0', async () => {
  const [bad, good] = [await file('bad.json'), await file('good.json', { reports: better })]
  expect(await enter(['compare', bad, bad])).toMatchObject({ code: 0, stderr: '' })
  const improved = await enter(['compare', bad, good])
  expect(improved.code).toBe(0)
  expect(improved.stdout).toContain('0 new, 0 gone, 0 changed, 2 fixed, 2 still\nnot worse\n')
  const broken = await enter(['compare', good, bad])
  expect(broken.code).toBe(1)
  expect(broken.stdout).toContain('2 new, 0 gone, 0 changed, 0 fixed, 2 still\nworse in 2 checks\n')
})

test('for machines it is JSON', async () => {
  const path = await file('same.json')
  const { code, stdout } = await enter(['compare', path, path, '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ worse: false, counts: { still: 4 } })
})

test('runs that have nothing in common can not be compared', async () => {
  const parties = gathered.parties.map((party) => ({
    ...party,
    target: { ...party.target, name: 'other', vendor: 'huawei' as const },
  }))
  const reports = inventedReports.map(({ judged, exchanges }) => ({
    judged: { ...judged, target: 'other', vendor: 'huawei' as const },
    exchanges,
  }))
  const [one, other] = [await file('one.json'), await file('other.json', { parties, reports })]
  const { code, stderr } = await enter(['compare', one, other])
  expect(code).toBe(64)
  expect(stderr).toContain('[NOT_COMPARABLE]')
})

test('what is no shard is not merged', async () => {
  const path = await file('whole.json')
  const { code, stderr } = await enter(['merge', path, path, '--out', join(folder, 'merged.json')])
  expect(code).toBe(64)
  expect(stderr).toContain('[NOT_MERGEABLE]')
})
