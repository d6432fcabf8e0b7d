import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { loadVariants } from '../endpoint/variant-kit/load-variants.ts'
import { allCases, areQuestions } from '../harness/all-cases.ts'
import { checkList } from '../reports/results/check-list.ts'
import { knownVendors } from '../specs/vendors/load-vendor.ts'
import { globMatcher } from '../suites/verdict/glob.ts'

const listOf = (vendor: string): string =>
  readFileSync(new URL(`../reports/checks/${vendor}.txt`, import.meta.url), 'utf8')

test.each(knownVendors)('the committed list of the checks of %s is up to date', async (vendor) => {
  const found = await allCases([vendor])
  if (!areQuestions(found)) throw new Error(`${vendor} can not be loaded`)
  const now = checkList(found.flatMap(({ cases }) => cases.flatMap(({ checks }) => checks)))
  const listed = listOf(vendor)
  const [before, after] = [new Set(listed.split('\n')), new Set(now.split('\n'))]
  const hint = 'run `npm run checks:update` and review the difference'
  expect(
    [...before].filter((id) => !after.has(id)),
    `vanished; ${hint}`,
  ).toEqual([])
  expect(
    [...after].filter((id) => !before.has(id)),
    `new; ${hint}`,
  ).toEqual([])
  expect(listed).toBe(now)
})

test('what an endpoint of other make may come to otherwise is a check of a vendor that it names', async () => {
  for (const { name, evidence, differences = [] } of await loadVariants()) {
    const checks = Object.keys(evidence).flatMap((vendor) => listOf(vendor).split('\n'))
    const globs = differences.flatMap((difference) => difference.checks)
    expect(
      globs.filter((glob) => !checks.some(globMatcher(glob))),
      name,
    ).toEqual([])
  }
})
