import { beforeEach, describe, expect, test } from 'vitest'

import type { JsonObject } from '../../specs/contract/json.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Reply } from '../../specs/wire/wire.ts'
import type { Actor } from '../actors/actor.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Call } from '../client/call.ts'
import type { Client } from '../client/client.ts'
import { contractValidator } from '../client/contract-validator.ts'
import type { Interaction, LostReply } from '../client/interaction.ts'
import { basisFinder } from '../verdict/basis.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { planOf } from './operation-plan.ts'
import { runOperation } from './run-operation.ts'

// One operation against an endpoint whose answers are given.

const vendor = await loadVendor('aws')
const validator = contractValidator(vendor.contract)
const unit = { Id: 'ou-abcd-abcdefgh', Name: 'unit' }

type Answers = (call: Call) => Reply | LostReply

const output = (value: JsonObject): Reply => ({
  kind: 'output',
  status: 200,
  output: value,
  notes: [],
})
const refusal = (code: string, reason?: string): Reply => ({
  kind: 'refusal',
  status: 400,
  code,
  notes: [],
  ...(reason !== undefined && { reason }),
})

/** It was done, and nothing came. */
const lost: LostReply = { kind: 'lost', problem: 'reset', detail: 'by chance' }

let judged: Map<string, Judgement>
let calls: Call[]

beforeEach(() => {
  judged = new Map()
  calls = []
})

/** An account for which every verb works; its raw calls get the given answers. */
const actorFor = (answers: Answers): Actor => {
  const own = {
    id: '123456789012',
    raw: (call: Call): Promise<Interaction> => {
      calls.push(call)
      const exchange = { id: calls.length, operation: call.operation } as Interaction['exchange']
      const reply = answers(call)
      const operation = vendor.contract.operations.get(call.operation)
      const violations =
        reply.kind === 'output' && operation !== undefined
          ? validator.output(operation, reply.output)
          : []
      const found = reply.kind === 'lost' && { found: { value: unit } }
      return Promise.resolve({ exchange, reply, violations, ...found })
    },
  }
  const value = { id: unit.Id, name: 'unit', items: [] }
  return new Proxy(own, {
    get: (target, property) => {
      if (property in target) return Reflect.get(target, property) as unknown
      if (property === 'then') return undefined
      return () =>
        Promise.resolve({ kind: 'done', value, operation: String(property), exchange: 0 })
    },
  }) as unknown as Actor
}

const ask = async (name: string, answers: Answers): Promise<void> => {
  const operation = vendor.contract.operations.get(name)
  if (operation === undefined) throw new Error(name)
  const actor = actorFor(answers)
  let count = 0
  const context = {
    vendor,
    target: { accounts: { mode: 'any' }, readOnly: false },
    client: { vendor, isOwn: () => true } as Partial<Client> as Client,
    actors: {
      restore: async () => {},
      owner: async () => actor,
      otherOwner: async () => actor,
      standalone: async () => actor,
      root: async () => 'r-abcd',
      workspace: async () => ({ id: 'r-abcd', depth: 0 }),
    },
    fresh: { name: () => `name-${(count += 1)}`, email: () => `mail-${(count += 1)}@example.com` },
    seed: 1,
    wanted: () => true,
    interactions: [],
    record: (check: string, judgement: Judgement) => {
      const key = check.replace(`contract/aws/${name}/`, '')
      if (!judged.has(key)) judged.set(key, judgement)
    },
  } as unknown as CaseContext
  const plan = planOf(vendor, operation, basisFinder(vendor))
  await runOperation(plan, context, validator)
}

const verdictOf = (key: string): string | undefined => judged.get(key)?.verdict

/** The reason an honest service of these shapes gives, by what the fault was. */
const honestly =
  (name: string, success: JsonObject): Answers =>
  ({ input }) => {
    const operation = vendor.contract.operations.get(name)
    if (operation === undefined) throw new Error(name)
    const [violation] = validator.input(operation, input)
    if (violation === undefined) {
      return JSON.stringify(input).includes(vendor.profile.unknown['unit'] ?? '')
        ? refusal('OrganizationalUnitNotFoundException')
        : output(success)
    }
    const reasons: Readonly<Record<string, string>> = {
      required: 'INPUT_REQUIRED',
      pattern: 'INVALID_PATTERN',
      type: 'INPUT_REQUIRED',
      minLength: 'MIN_LENGTH_EXCEEDED',
      maxLength: 'MAX_LENGTH_EXCEEDED',
    }
    return refusal('InvalidInputException', reasons[violation.keyword])
  }

describe('a read', () => {
  const name = 'DescribeOrganizationalUnit'
  const honest = honestly(name, { OrganizationalUnit: unit })

  test('an honest endpoint passes everything', async () => {
    await ask(name, honest)
    const others = [...judged].filter(([, { verdict }]) => verdict !== 'pass')
    expect(others).toEqual([])
    expect(judged.size).toBeGreaterThan(40)
  })

  test('what is not offered is one finding, and nothing else is asked', async () => {
    const answer: Reply = { kind: 'unimplemented', status: 501, how: 'status 501' }
    await expect(ask(name, () => answer)).rejects.toThrow('status 501')
    expect([...judged].map(([key, { verdict }]) => [key, verdict])).toEqual([
      ['is-implemented', 'fail'],
    ])
    expect(calls.length).toBe(1)
  })

  test('a crash over an empty input does not mean that nothing is there', async () => {
    const crash: Reply = { kind: 'garbled', status: 500, problem: 'HTML' }
    await ask(name, (call) =>
      Object.keys(call.input as object).length === 0 ? crash : honest(call),
    )
    expect(verdictOf('is-implemented')).toBe('pass')
    expect(verdictOf('OrganizationalUnitId/required/missing')).toBe('fail')
  })

  test('nothing but crashes means that nothing is there', async () => {
    const crash: Reply = { kind: 'garbled', status: 500, problem: 'HTML' }
    await expect(ask(name, () => crash)).rejects.toThrow('nothing succeeded')
    expect(verdictOf('is-implemented')).toBe('fail')
  })

  test('an endpoint that refuses everything passes no refusal', async () => {
    const always = refusal('InvalidInputException', 'INPUT_REQUIRED')
    await expect(ask(name, () => always)).rejects.toThrow('nothing succeeded')
    expect(verdictOf('minimal/succeeds')).toBe('fail')
    const passed = [...judged].filter(([, { verdict }]) => verdict === 'pass').map(([key]) => key)
    expect(passed).toEqual(['is-implemented'])
    expect(judged.get('OrganizationalUnitId/required/missing')?.reason).toContain('valid twin')
  })

  test('an endpoint that answers nothing to everything passes nothing', async () => {
    await expect(ask(name, () => output({}))).rejects.toThrow('nothing succeeded')
    expect([...judged.values()].some(({ verdict }) => verdict === 'pass')).toBe(false)
  })

  test('one pattern that is not checked is one finding', async () => {
    await ask(name, (call) => {
      const { OrganizationalUnitId: id } = call.input as JsonObject
      return typeof id === 'string' && id.startsWith('zz-')
        ? output({ OrganizationalUnit: unit })
        : honest(call)
    })
    const failed = [...judged].filter(([, { verdict }]) => verdict === 'fail').map(([key]) => key)
    expect(failed).toEqual(['OrganizationalUnitId/pattern/wrong-prefix'])
  })

  test('a wrong code and a wrong sub-code are told apart', async () => {
    await ask(name, (call) => {
      const { OrganizationalUnitId: id } = call.input as JsonObject
      if (id === undefined) return refusal('InvalidInputException', 'INVALID_PATTERN')
      return id === vendor.profile.unknown['unit']
        ? refusal('ParentNotFoundException')
        : honest(call)
    })
    const failed = [...judged].filter(([, { verdict }]) => verdict === 'fail').map(([key]) => key)
    expect(failed.toSorted()).toEqual([
      'OrganizationalUnitId/reference/unknown/code',
      'OrganizationalUnitId/reference/unknown/declared',
      'OrganizationalUnitId/required/missing/reason',
    ])
  })

  test('a place that only an empty input is sent to is no missing operation', async () => {
    const nowhere = 'status 404 without an error envelope'
    await ask(name, (call) =>
      Object.keys(call.input as JsonObject).length === 0
        ? { kind: 'unimplemented', status: 404, how: nowhere }
        : honest(call),
    )
    expect(verdictOf('is-implemented')).toBe('pass')
    expect(verdictOf('minimal/succeeds')).toBe('pass')
  })

  test.each([429, 503])(
    'status %s is neither there nor missing, and refuses nothing',
    async (status) => {
      const busy: Reply = { kind: 'refusal', status, code: 'InvalidInputException', notes: [] }
      await expect(ask(name, () => busy)).rejects.toThrow(`still HTTP ${status}`)
      expect(new Set([...judged.values()].map(({ verdict }) => verdict))).toEqual(
        new Set(['inconclusive']),
      )
    },
  )

  test('a number that is no status says nothing of what is offered', async () => {
    const nonsense: Reply = { kind: 'garbled', status: 999, problem: 'not JSON' }
    await expect(ask(name, () => nonsense)).rejects.toThrow('nothing succeeded')
    expect(verdictOf('is-implemented')).toBe('inconclusive')
    expect(verdictOf('minimal/succeeds')).toBe('fail')
  })

  test('a request that was done without an answer is made anew', async () => {
    let valid = 0
    await ask(name, (call) => {
      if (call.deliberate !== true) valid += 1
      return valid === 1 && call.deliberate !== true ? lost : honest(call)
    })
    expect(verdictOf('minimal/succeeds')).toBe('pass')
    expect(verdictOf('answer/shape')).toBe('pass')
  })

  test('a shape that does not fit is seen', async () => {
    await ask(name, (call) => {
      const reply = honest(call)
      if (reply.kind !== 'output') return reply
      return output({ OrganizationalUnit: { ...unit, Name: 5 } })
    })
    expect(verdictOf('answer/shape')).toBe('fail')
  })
})

describe('a write', () => {
  const name = 'UpdateOrganizationalUnit'
  const honest = honestly(name, { OrganizationalUnit: unit })

  test('an honest endpoint passes everything, refused requests change nothing', async () => {
    await ask(name, honest)
    expect([...judged].filter(([, { verdict }]) => verdict !== 'pass')).toEqual([])
    expect(verdictOf('refused-requests-change-nothing')).toBe('pass')
  })

  test('a member the document does not know must not hurt', async () => {
    await ask(name, (call) =>
      'OrgproofUnknown' in (call.input as JsonObject)
        ? refusal('InvalidInputException', 'INVALID_PATTERN')
        : honest(call),
    )
    const failed = [...judged].filter(([, { verdict }]) => verdict === 'fail').map(([key]) => key)
    expect(failed).toEqual(['unknown-member/accepted'])
  })

  test('where an optional member is refused, its faults are not judged', async () => {
    await ask(name, (call) =>
      'Name' in (call.input as JsonObject) ? refusal('AccessDeniedException') : honest(call),
    )
    expect(verdictOf('Name/optional')).toBe('fail')
    expect(verdictOf('Name/max-length/above')).toBe('untestable')
    expect(judged.get('Name/max-length/above')?.follows).toBe(`contract/aws/${name}/Name/optional`)
    expect(verdictOf('OrganizationalUnitId/pattern/empty')).toBe('pass')
  })
})
