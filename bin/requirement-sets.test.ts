import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import {
  knownRequirementSets,
  requirementSet,
  requirementSetPath,
} from '../harness/certificate/requirement-sets.ts'
import { ownVersion } from '../harness/version.ts'
import schema from '../specs/schemas/requirement-set.schema.json' with { type: 'json' }
import { requiredLevels } from '../specs/vendor/requirement-set.ts'
import type { VendorId } from '../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../specs/vendors/load-vendor.ts'
import { casesFor } from '../suites/runner/cases-for.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { requirementSetFile } from './documents/requirement-set-file.ts'
import { top } from './scripts/run-tool.ts'

const validate = new Ajv2020({ strict: false }).compile(schema)

const listed = (vendor: string): readonly string[] =>
  readFileSync(join(top, 'reports/checks', `${vendor}.txt`), 'utf8')
    .trimEnd()
    .split('\n')

test('the requirement set of this version is what the suite asks', async () => {
  const { path, text } = await requirementSetFile(join(top, 'specs'))
  const hint = 'run `npm run refresh -- requirements` and review the difference'
  expect(readFileSync(path, 'utf8') === text, hint).toBe(true)
})

// no document speaks of a clock that can be set forward: what needs one is in no set
const scenarios = await loadScenarios()
const besides = async (vendor: VendorId): Promise<ReadonlySet<string>> => {
  const cases = casesFor(await loadVendor(vendor), scenarios)
  const moving = cases.filter(({ movesTime }) => movesTime === true)
  return new Set(moving.flatMap(({ checks }) => checks.map(({ id }) => id)))
}

test.each(knownVendors)(
  'it has every check of %s that any endpoint can be asked, each once',
  async (vendor) => {
    const left = await besides(vendor)
    expect(left.size > 0).toBe(vendor !== 'codearts')
    const requirements = requirementSet(ownVersion())?.set.vendors[vendor]
    if (requirements === undefined) throw new Error(`there is nothing of ${vendor}`)
    const levels = requiredLevels(requirements)
    expect([...levels.keys()].toSorted()).toEqual(
      listed(vendor)
        .filter((id) => !left.has(id))
        .toSorted(),
    )
    const entries = requirements.checks.flatMap(({ of, must = [], should = [], may = [] }) =>
      [...must, ...should, ...may].flatMap(() => of),
    )
    expect(entries.length).toBe(levels.size)
  },
)

test.each(knownRequirementSets())('the set of %s fits its schema, and its name', (version) => {
  const set = JSON.parse(readFileSync(requirementSetPath(version), 'utf8')) as unknown
  expect(validate(set), JSON.stringify(validate.errors)).toBe(true)
  expect(set).toMatchObject({ version })
})

test('there is no set of a version that nobody released', () => {
  expect(requirementSet('9.9.9')).toBeUndefined()
  expect(requirementSet('../schemas/results.schema')).toBeUndefined()
})
