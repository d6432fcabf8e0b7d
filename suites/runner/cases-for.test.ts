import { describe, expect, test } from 'vitest'

import { vendorIds } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { casesFor } from './cases-for.ts'
import { loadScenarios } from './load-scenarios.ts'
import { mayAskOf, selectedBy } from './selection.ts'

// What a selection leaves out before it is made is exactly what it would leave out afterwards.

const selections: readonly (readonly string[])[] = [
  ['contract/*/CreatePolicy/*'],
  ['contract/aws/CreateOrganizationalUnit/Name/max-length/above'],
  ['endpoint/*'],
  ['endpoint/aws/ListRoots/answers-keep-the-contract'],
  ['protocol/*', 'law/pages-join-to-the-whole/*'],
  ['scenario/unit-*'],
  ['*/succeeds'],
  ['endpoint/aws/settles-at-once', 'endpoint/huawei/settles-at-once'],
]

describe.each(vendorIds)('%s', (id) => {
  test.each(selections)('%s', async (...only) => {
    const vendor = await loadVendor(id)
    const all = casesFor(vendor, await loadScenarios())
    const mayAsk = mayAskOf({ only })
    const made = casesFor(vendor, await loadScenarios(mayAsk), mayAsk)
    const wanted = selectedBy({ only, axes: [] })
    const idsIn = (cases: typeof all): readonly string[] =>
      cases.flatMap((one) =>
        one.checks.filter((check) => wanted(check, one)).map((check) => check.id),
      )
    expect(idsIn(made)).toEqual(idsIn(all))
    const ids = new Set(made.flatMap((one) => [one.id, ...one.checks.map((check) => check.id)]))
    const followed = made.flatMap(({ after }) => after?.id ?? [])
    expect(followed.filter((one) => !ids.has(one))).toEqual([])
  })
})

test('a check of one operation makes the case of that operation alone', async () => {
  const mayAsk = mayAskOf({ only: ['contract/aws/ListRoots/minimal/succeeds'] })
  const scenarios = await loadScenarios(mayAsk)
  const cases = casesFor(await loadVendor('aws'), scenarios, mayAsk)
  expect(scenarios).toEqual([])
  expect(cases.map(({ id }) => id)).toEqual(['contract/aws/ListRoots'])
})
