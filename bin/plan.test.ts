import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Facade } from '../endpoint/facade.ts'
import type { Plan } from '../harness/plan/plan.ts'
import { conductRun } from '../harness/run/conduct-run.ts'
import { planAhead } from '../harness/run/plan-ahead.ts'
import { planRun } from '../harness/run/plan-run.ts'
import type { RunPlan } from '../harness/run/run-plan.ts'
import planSchema from '../specs/schemas/plan.schema.json' with { type: 'json' }
import type { Vendor } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Message } from '../specs/wire/wire.ts'
import { allowanceFor } from '../suites/actors/allowance-for.ts'
import { roleOf, type Target } from '../suites/client/target.ts'
import {
  anybodyAt,
  seedOrganization,
  type SeededOrganization,
} from './testing/given-organization.ts'

/** What a run may write is known beforehand, and it writes no more. */

let vendor: Vendor
let organization: SeededOrganization
let out = ''
/** whatever reaches the endpoint that may write, as operation and account */
let written: string[] = []

const listening =
  (answer: Facade['answer']): Facade['answer'] =>
  (message) => {
    const operation = operationOf(message)
    // whether anybody is there is asked without one
    if (operation !== '' && vendor.requestTemplates[operation]?.writes !== false)
      written.push(`${operation} ${callerOf(message)}`)
    return answer(message)
  }

const operationOf = ({ headers }: Message): string =>
  (headers['x-amz-target'] ?? '').split('.').at(-1) ?? ''

const callerOf = ({ headers }: Message): string =>
  /Credential=(\d+)\//u.exec(headers['authorization'] ?? '')?.[1] ?? 'nobody'

beforeAll(async () => {
  vendor = await loadVendor('aws')
  organization = await seedOrganization(vendor, { behave: listening })
})
afterAll(() => organization.close())

const asked = (operation: string, undoing = false) => ({
  account: organization.accounts.management.account,
  operation,
  undoing,
})

const only = [
  'scenario/unit-rename/*',
  'scenario/invite-accept-leave/*',
  'scenario/policy-attach-detach/*',
]

const target = (): Target => ({
  ...anybodyAt(vendor, organization.url),
  accounts: organization.accounts,
})

const order = (more: Partial<RunPlan> & { readonly target?: Target } = {}): RunPlan => ({
  ...planRun({ vendors: ['aws'], target: target(), selection: { only } }),
  ...more,
})

const planOf = async (more: Parameters<typeof order>[0] = {}): Promise<Plan> => {
  const made = await planAhead(order(more))
  if ('problem' in made) throw new Error(made.problem.message)
  return made
}

describe('a plan', () => {
  test('is as its schema says, and writes nothing', async () => {
    written = []
    const plan = await planOf()
    const validate = new Ajv2020({ strict: false }).compile(planSchema)
    expect(validate(JSON.parse(JSON.stringify(plan))) ? [] : validate.errors).toEqual([])
    expect(written).toEqual([])
    expect(
      plan.writes.find(({ operation }) => operation === 'InviteAccountToOrganization'),
    ).toMatchObject({ who: 'management', danger: 'heavy', undoneBy: 'CancelHandshake' })
    expect(JSON.stringify(plan)).not.toContain('orgproof-secret')
  })

  test('of the same is the same; whatever a run is held to makes it another', async () => {
    const { hash } = await planOf()
    expect((await planOf()).hash).toBe(hash)
    const others = [
      { seed: 2 },
      { selection: { only: only.slice(1), axes: [] } },
      { target: { ...target(), class: 'medium' as const } },
      { target: { ...target(), rate: 5 } },
      { target: { ...target(), limits: { unitDepth: 3 } } },
    ]
    const hashes = await Promise.all(others.map(async (other) => (await planOf(other)).hash))
    expect(new Set([hash, ...hashes]).size).toBe(others.length + 1)
  })

  test('of a lower class has no writes beyond it', async () => {
    const { writes, checks } = await planOf({ target: { ...target(), class: 'medium' } })
    const dangers = new Set(writes.map(({ danger }) => danger))
    expect([...dangers].filter((danger) => danger === 'heavy')).toEqual([])
    expect(dangers.has('medium')).toBe(true)
    expect(checks.denied).toBeGreaterThan(0)
  })
})

describe('a run by a plan', () => {
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'orgproof-plan-'))
  })
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  test('sends no write that the plan has not, or more often than it says', async () => {
    const plan = await planOf()
    written = []
    const run = await conductRun(order({ agreed: plan.hash }), { out })
    if ('problem' in run) throw new Error(run.problem.message)
    expect(written.length).toBeGreaterThan(20)
    const counts = new Map<string, number>()
    for (const one of written) {
      const [operation = '', account = ''] = one.split(' ')
      const kind = `${operation} ${roleOf(target(), account)}`
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    for (const [kind, count] of counts) {
      const most = plan.writes
        .filter(({ operation, who }) => `${operation} ${who}` === kind)
        .reduce((sum, bound) => sum + bound.most, 0)
      expect([kind, count <= most]).toEqual([kind, true])
    }
    expect(run.results.run.plan).toBe(plan.hash)
    expect(JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(plan)),
    )
    const [header = ''] = readFileSync(join(out, 'ledger.ndjson'), 'utf8').split('\n')
    expect(JSON.parse(header)).toMatchObject({ plan: plan.hash })
  })

  test('is refused where the plan is another by now, and writes nothing', async () => {
    const { hash } = await planOf()
    written = []
    const run = await conductRun(order({ agreed: hash, seed: 3 }), { out })
    expect(run).toMatchObject({ exitCode: 4, problem: { code: 'PLAN_CHANGED' } })
    // whoever wants the new one has to read it
    expect(JSON.stringify(run)).not.toMatch(/[0-9a-f]{64}/u)
    expect(written).toEqual([])
  })
})

describe('an allowance', () => {
  const bound = { operation: 'CreatePolicy', who: 'management', undoing: false, most: 2 } as const

  test('ends with its bound, and has nothing else', () => {
    const { deny } = allowanceFor(vendor, target(), [bound])
    expect(deny(asked('CreatePolicy'))).toBeUndefined()
    expect(deny(asked('CreatePolicy'))).toBeUndefined()
    expect(deny(asked('CreatePolicy'))).toContain('no more room')
    expect(deny(asked('DeletePolicy'))).toContain('the plan has no DeletePolicy')
    expect(deny(asked('CreatePolicy', true))).toContain('the plan has no CreatePolicy')
  })

  test('is of the class that holds where the target is; taking back is in no class', () => {
    const elsewhere = { ...target(), endpoint: 'https://organizations.example' }
    const { deny } = allowanceFor(vendor, elsewhere)
    expect(deny(asked('CreatePolicy'))).toBe(
      'CreatePolicy is medium, and no more than light is allowed',
    )
    expect(deny(asked('TagResource'))).toBeUndefined()
    expect(deny(asked('DeletePolicy', true))).toBeUndefined()
    expect(deny(asked('CreateAccount'))).toBe(
      'nothing takes CreateAccount back, and it is not allowed by name',
    )
    const named = allowanceFor(vendor, { ...elsewhere, allow: ['CreateAccount'] })
    expect(named.deny(asked('CreateAccount'))).toBeUndefined()
  })

  test('is without end where any account may call on this machine, unless the target says a class', () => {
    const { accounts } = anybodyAt(vendor, organization.url)
    const free = { ...target(), accounts }
    expect(allowanceFor(vendor, free).deny(asked('CreateAccount'))).toBeUndefined()
    const light = allowanceFor(vendor, { ...free, class: 'light' })
    expect(light.deny(asked('CreatePolicy'))).toContain('no more than light')
    const elsewhere = { ...free, endpoint: 'http://moto:5000' }
    expect(allowanceFor(vendor, elsewhere).deny(asked('CreatePolicy'))).toContain('more than light')
    const thrownAway = { ...elsewhere, disposable: true }
    expect(allowanceFor(vendor, thrownAway).deny(asked('CreateAccount'))).toBeUndefined()
  })
})
