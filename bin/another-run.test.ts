import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { conductRun } from '../harness/run/conduct-run.ts'
import { lookForOtherRun } from '../harness/run/look-for-other-run.ts'
import { planRun } from '../harness/run/plan-run.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { draftPolicy } from '../suites/actors/draft-policy.ts'
import { freshFrom } from '../suites/actors/fresh.ts'
import { rootOf } from '../suites/actors/workspace.ts'
import { given } from '../suites/verdict/outcome.ts'
import { seedOrganization, type SeededOrganization } from './testing/given-organization.ts'

/** A run begins nothing in an organization that shows something of another run of this suite. */

const vendor = await loadVendor('aws')
const other = freshFrom(4711n, vendor.mintAccount)
let organization: SeededOrganization
let [folder, sent]: [string, string[]] = ['', []]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orgproof-another-run-'))
  organization = await seedOrganization(vendor, {
    behave: (answer) => (message) => {
      sent.push(message.headers['x-amz-target']?.split('.').at(-1) ?? '')
      return answer(message)
    },
  })
})
afterEach(async () => {
  await organization.close()
  rmSync(folder, { recursive: true, force: true })
})

const planFor = () => {
  const { url, accounts } = organization
  return planRun({
    vendors: ['aws'],
    target: { name: 'given', endpoint: url.origin, accounts, deadline: 2000 },
    selection: { only: ['scenario/unit-rename/*'] },
  })
}

const run = async () => {
  sent = []
  return conductRun(planFor(), { out: folder })
}

const writesSent = (): readonly string[] =>
  sent.filter((name) => name !== '' && !/^(List|Describe)/u.test(name))

test('a unit or a policy of another run keeps a run from beginning, and nothing is written', async () => {
  const { owner } = organization
  const parent = await rootOf(owner)
  given(await owner.createUnit({ parent, name: other.name('unit') }))
  const draft = draftPolicy({ fresh: other, sample: vendor.profile }, 'control')
  given(await owner.createPolicy(draft))
  const refused = await run()
  expect(refused).toMatchObject({ exitCode: 4, problem: { code: 'ANOTHER_RUN' } })
  if (!('problem' in refused)) throw new Error('it ran')
  expect(refused.problem.message).toContain(draft.name)
  expect(refused.problem.hint).toContain(other.mark)
  expect(writesSent()).toEqual([])
})

test('what others have made keeps nobody from anything', async () => {
  const { owner } = organization
  const parent = await rootOf(owner)
  for (const name of ['team-production-1', 'unit-0123456789a-1', 'unit-4v-1', other.mark]) {
    given(await owner.createUnit({ parent, name }))
  }
  expect(await run()).not.toHaveProperty('problem')
  expect(writesSent()).toContain('CreateOrganizationalUnit')
})

test('whoever goes on with a run is not kept from it by what that run has made', async () => {
  const { owner, accounts, url } = organization
  given(await owner.createUnit({ parent: await rootOf(owner), name: other.name('unit') }))
  const stopped = new AbortController().signal
  const place = { id: 'aws', endpoint: url.origin, accounts, stopped } as const
  expect(await lookForOtherRun(planFor(), place)).toHaveProperty('problem')
  expect(await lookForOtherRun(planFor(), { ...place, own: other.mark })).toBeUndefined()
})
