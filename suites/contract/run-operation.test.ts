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
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { planOf } from './operation-plan.ts'
import { runOperation } from './run-operation.ts'

// One operation against an endpoint whose answers are given.

const vendor = await loadVendor('aws')
const validator = contractValidator(vendor.contract)
const unit = { Id: 'ou-abcd-abcdefgh', Name: 'unit' }

/** Who calls: an account of some organization, whose unit has an id of its own. */
interface Caller {
  readonly role: 'owner' | 'member' | 'outsider'
  readonly unit: string
}

type Answer = (Reply | LostReply) & { readonly repeated?: true }
type Answers = (call: Call, caller: Caller) => Answer

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

/** The same, after it was sent before and nothing came. */
const again = (reply: Reply): Answer => ({ ...reply, repeated: true })

/** It was done, and nothing came. */
const lost: LostReply = { kind: 'lost', problem: 'reset', detail: 'by chance' }

let judged: Map<string, Judgement>
let calls: Call[]
let intruded: Set<string>
/** The accounts that are listed in an organization, by its unit. */
let accounts: Map<string, readonly string[]>
/** how many units were made in an organization, by the one that is its own */
let units: Map<string, number>
/** Whether no more organizations can be founded. */
let full: boolean
/** What was answered while whatever the requests are about was made; nothing can be made where something was. */
let onTheWay: readonly Reply[]

beforeEach(() => {
  judged = new Map()
  calls = []
  intruded = new Set()
  accounts = new Map()
  units = new Map()
  full = false
  onTheWay = []
})

const addAccount = (unitId: string): void => {
  const known = accounts.get(unitId) ?? []
  accounts.set(unitId, [...known, `account-${known.length}`])
}

/** An account for which every verb works; its raw calls get the given answers. */
const actorFor = (answers: Answers, caller: Caller): Actor => {
  const own = {
    id: '123456789012',
    raw: (call: Call): Promise<Interaction> => {
      calls.push(call)
      const exchange = { id: calls.length, operation: call.operation } as Interaction['exchange']
      const { repeated, ...reply } = answers(call, caller)
      const operation = vendor.contract.operations.get(call.operation)
      const violations =
        reply.kind === 'output' && operation !== undefined
          ? validator.output(operation, reply.output)
          : []
      const found = reply.kind === 'lost' && { found: { value: unit } }
      const before = repeated === true && { repeated }
      return Promise.resolve({ exchange, reply, violations, ...found, ...before })
    },
  }
  return new Proxy(own, {
    get: (target, property) => {
      if (property in target) return Reflect.get(target, property) as unknown
      if (property === 'then') return undefined
      const items = property === 'listAccounts' ? (accounts.get(caller.unit) ?? []) : []
      return () => {
        // the first unit of an organization is the one that requests are about
        if (property === 'createUnit') units.set(caller.unit, (units.get(caller.unit) ?? 0) + 1)
        const isFirst = property !== 'createUnit' || units.get(caller.unit) === 1
        const id = isFirst ? caller.unit : `ou-gone-abcdefg${calls.length.toString(36)}`
        const value = { id, name: 'unit', items }
        return Promise.resolve({ kind: 'done', value, operation: String(property), exchange: 0 })
      }
    },
  }) as unknown as Actor
}

const ask = async (name: string, answers: Answers): Promise<void> => {
  const operation = vendor.contract.operations.get(name)
  if (operation === undefined) throw new Error(name)
  let count = 0
  const act = (role: Caller['role'], organization = 'zz'): Actor =>
    actorFor(answers, { role, unit: `ou-abcd-abcdefg${organization}` })
  const owner = act('owner')
  const context = {
    vendor,
    target: { accounts: { mode: 'any' }, readOnly: false, absent: {} },
    client: { vendor, isOwn: () => true } as Partial<Client> as Client,
    actors: {
      restore: async () => {},
      owner: async () => owner,
      otherOwner: async () => {
        if (full) throw new PrerequisiteMissing('NO_QUOTA', 'there is no room')
        return act('owner', (count += 1).toString(36).padStart(2, '0'))
      },
      standalone: async () => act('outsider'),
      member: async () => act('member'),
      delegate: async () => act('member'),
      standingDelegate: async () => undefined,
      recipient: async () => act('outsider'),
      spent: () => false,
      root: async () => 'r-abcd',
      workspace: async () => {
        if (onTheWay.length > 0) throw new PrerequisiteMissing('SETUP_FAILED', 'nothing was made')
        return { id: 'r-abcd', depth: 0 }
      },
    },
    fresh: { name: () => `name-${(count += 1)}`, email: () => `mail-${(count += 1)}@example.com` },
    seed: 1,
    wanted: () => true,
    interactions: onTheWay.map((reply, index) => ({
      exchange: { id: -1 - index, operation: name },
      reply,
    })),
    intruded: (check: string) => void intruded.add(check),
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
  ({ input }, caller) => {
    const operation = vendor.contract.operations.get(name)
    if (operation === undefined) throw new Error(name)
    const [violation] = validator.input(operation, input)
    if (violation === undefined) {
      if (caller.role === 'outsider') return refusal('AWSOrganizationsNotInUseException')
      if (caller.role === 'member') return refusal('AccessDeniedException')
      if (!JSON.stringify(input).includes(caller.unit)) {
        return refusal('OrganizationalUnitNotFoundException')
      }
      return output(success)
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
    await ask(name, (call, caller) =>
      Object.keys(call.input as object).length === 0 ? crash : honest(call, caller),
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
    await ask(name, (call, caller) => {
      const { OrganizationalUnitId: id } = call.input as JsonObject
      return typeof id === 'string' && id.startsWith('zz-')
        ? output({ OrganizationalUnit: unit })
        : honest(call, caller)
    })
    const failed = [...judged].filter(([, { verdict }]) => verdict === 'fail').map(([key]) => key)
    expect(failed).toEqual(['OrganizationalUnitId/pattern/wrong-prefix'])
  })

  /** Answers a wrong prefix so many times with a trouble that ought to pass. */
  const busyAbout = (times: number): Answers => {
    let count = 0
    return (call, caller) => {
      const { OrganizationalUnitId: id } = call.input as JsonObject
      if (typeof id !== 'string' || !id.startsWith('zz-')) return honest(call, caller)
      count += 1
      return count > times ? honest(call, caller) : refusal('TooManyRequestsException')
    }
  }

  test('what is too much for it each time, while the right request is not, is refused by another code', async () => {
    await ask(name, busyAbout(Number.POSITIVE_INFINITY))
    const failed = [...judged].filter(([, { verdict }]) => verdict === 'fail').map(([key]) => key)
    expect(failed).toEqual(['OrganizationalUnitId/pattern/wrong-prefix/code'])
  })

  test('what was too much for it once is asked again behind the right request', async () => {
    await ask(name, busyAbout(1))
    expect([...judged].filter(([, { verdict }]) => verdict !== 'pass')).toEqual([])
  })

  test('a wrong code and a wrong sub-code are told apart', async () => {
    await ask(name, (call, caller) => {
      const { OrganizationalUnitId: id } = call.input as JsonObject
      if (id === undefined) return refusal('InvalidInputException', 'NOT_GIVEN')
      return id === vendor.profile.unknown['unit']
        ? refusal('ParentNotFoundException')
        : honest(call, caller)
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
    await ask(name, (call, caller) =>
      Object.keys(call.input as JsonObject).length === 0
        ? { kind: 'unimplemented', status: 404, how: nowhere }
        : honest(call, caller),
    )
    expect(verdictOf('is-implemented')).toBe('pass')
    expect(verdictOf('minimal/succeeds')).toBe('pass')
  })

  const missing: Reply = { kind: 'unimplemented', status: 404, how: 'status 404' }

  test.each([
    ['fail', [missing, missing]],
    [undefined, [missing, output({ OrganizationalUnit: unit })]],
  ] as const)('what was denied each time on the way is missing: %s', async (verdict, replies) => {
    onTheWay = replies
    await expect(ask(name, () => missing)).rejects.toThrow('nothing was made')
    expect(verdictOf('is-implemented')).toBe(verdict)
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
    await ask(name, (call, caller) => {
      if (call.deliberate !== true) valid += 1
      return valid === 1 && call.deliberate !== true ? lost : honest(call, caller)
    })
    expect(verdictOf('minimal/succeeds')).toBe('pass')
    expect(verdictOf('answer/shape')).toBe('pass')
  })

  test('a shape that does not fit is seen', async () => {
    await ask(name, (call, caller) => {
      const reply = honest(call, caller)
      if (reply.kind !== 'output') return reply
      return output({ OrganizationalUnit: { ...unit, Name: 5 } })
    })
    expect(verdictOf('answer/shape')).toBe('fail')
  })
})

const isBeyondAscii = ({ Name }: JsonObject): boolean =>
  typeof Name === 'string' && Array.from(Name).some((letter) => letter > '~')

describe('a write', () => {
  const name = 'UpdateOrganizationalUnit'
  const honest = honestly(name, { OrganizationalUnit: unit })

  test('a wrong name that the real service takes may be taken', async () => {
    await ask(name, (call, caller) =>
      isBeyondAscii(call.input as JsonObject)
        ? output({ OrganizationalUnit: unit })
        : honest(call, caller),
    )
    expect(judged.get('Name/pattern/non-ascii')).toMatchObject({
      verdict: 'pass',
      reading: 'service',
    })
  })

  test('an honest endpoint passes everything, refused requests change nothing', async () => {
    await ask(name, honest)
    expect([...judged].filter(([, { verdict }]) => verdict !== 'pass')).toEqual([])
    expect(verdictOf('refused-requests-change-nothing')).toBe('pass')
  })

  test('a member the document does not know must not hurt', async () => {
    await ask(name, (call, caller) =>
      'OrgproofUnknown' in (call.input as JsonObject)
        ? refusal('InvalidInputException', 'INVALID_PATTERN')
        : honest(call, caller),
    )
    const failed = [...judged].filter(([, { verdict }]) => verdict === 'fail').map(([key]) => key)
    expect(failed).toEqual(['unknown-member/accepted'])
  })

  test('where an optional member is refused, its faults are not judged', async () => {
    await ask(name, (call, caller) =>
      'Name' in (call.input as JsonObject)
        ? refusal('AccessDeniedException')
        : honest(call, caller),
    )
    expect(verdictOf('Name/optional')).toBe('fail')
    expect(verdictOf('Name/max-length/above')).toBe('untestable')
    expect(judged.get('Name/max-length/above')?.follows).toBe(`contract/aws/${name}/Name/optional`)
    expect(verdictOf('OrganizationalUnitId/pattern/empty')).toBe('pass')
  })
})

/** What the calls of those who may not came to, each with who called. */
const verdicts = (steps: string): readonly (readonly string[])[] =>
  [...judged]
    .filter(([key]) => key.startsWith('caller/') && key.endsWith(steps))
    .map(([key, { verdict }]) => [key.split('/')[1] ?? '', verdict])

describe('who may not call', () => {
  const name = 'UpdateOrganizationalUnit'
  const success = output({ OrganizationalUnit: unit })
  const honest = honestly(name, { OrganizationalUnit: unit })
  test('whoever is served is found, and the others are judged all the same', async () => {
    await ask(name, (call, caller) => (caller.role === 'member' ? success : honest(call, caller)))
    expect(verdicts('is-refused')).toEqual([
      ['outsider', 'pass'],
      ['invitee', 'pass'],
      ['member', 'fail'],
      ['delegated-administrator', 'fail'],
      ['another-organization', 'pass'],
    ])
    expect(judged.get('caller/member/is-refused/code')?.follows).toBe(
      `contract/aws/${name}/caller/member/is-refused`,
    )
    expect([...intruded]).toEqual([
      `contract/aws/${name}/caller/member/is-refused`,
      `contract/aws/${name}/caller/delegated-administrator/is-refused`,
    ])
  })

  test('what was answered is judged although there is no room for the others', async () => {
    await ask(name, (call, caller) => {
      full ||= caller.role === 'member'
      return caller.role === 'member' ? success : honest(call, caller)
    })
    expect(verdicts('is-refused')).toEqual([
      ['outsider', 'pass'],
      ['invitee', 'pass'],
      ['member', 'fail'],
      ['delegated-administrator', 'untestable'],
      ['another-organization', 'untestable'],
    ])
  })

  test('where nobody is refused, nothing can be said of what a refused call changes', async () => {
    await ask(name, (call, caller) => {
      const reply = honest(call, caller)
      const kept = reply.kind === 'refusal' && !reply.code.startsWith('InvalidInput')
      return kept ? success : reply
    })
    expect(judged.get('caller/refused-requests-change-nothing')?.follows).toBe(
      `contract/aws/${name}/caller/another-organization/is-refused`,
    )
  })

  test('another organization that is served is found', async () => {
    await ask(name, (call, caller) => {
      const reply = honest(call, caller)
      const hidden = reply.kind === 'refusal' && reply.code.startsWith('OrganizationalUnitNot')
      return hidden ? success : reply
    })
    expect(verdicts('another-organization/is-refused')).toEqual([['another-organization', 'fail']])
  })

  test('a code that is not of this mistake is no wrong refusal', async () => {
    const other = refusal('DuplicateOrganizationalUnitException')
    await ask(name, (call, caller) => (caller.role === 'member' ? other : honest(call, caller)))
    expect(verdicts('member/is-refused')).toEqual([['member', 'pass']])
    expect(verdicts('member/is-refused/declared')).toEqual([['member', 'pass']])
    expect(verdicts('member/is-refused/code')).toEqual([['member', 'fail']])
  })

  test('either of the codes that fit an outsider is right', async () => {
    const denied = refusal('AccessDeniedException')
    await ask(name, (call, caller) =>
      caller.role === 'outsider' && 'Name' in (call.input as JsonObject)
        ? denied
        : honest(call, caller),
    )
    expect(verdicts('outsider/is-refused/code')).toEqual([['outsider', 'pass']])
  })

  test('a refusal shows nothing where who may call is refused, too', async () => {
    await expect(ask(name, () => refusal('AccessDeniedException'))).rejects.toThrow()
    expect(verdicts('is-refused').map(([, verdict]) => verdict)).toEqual(
      verdicts('is-refused').map(() => 'untestable'),
    )
    expect(judged.get('caller/member/is-refused')?.follows).toBe(
      `contract/aws/${name}/minimal/succeeds`,
    )
  })
})

/** What the exchanges of a judgement sent. */
const shown = (key: string): readonly JsonObject[] =>
  (judged.get(key)?.exchanges ?? []).map((exchange) => calls[exchange - 1]?.input as JsonObject)

const hasNumber = ({ Name }: JsonObject): boolean => typeof Name === 'number'

describe('what a refused request changes', () => {
  const name = 'UpdateOrganizationalUnit'
  const key = 'refused-requests-change-nothing'
  const success = output({ OrganizationalUnit: unit })
  const honest = honestly(name, { OrganizationalUnit: unit })

  test('is found although a later request is accepted', async () => {
    await ask(name, (call, caller) => {
      if (hasNumber(call.input as JsonObject)) addAccount(caller.unit)
      return isBeyondAscii(call.input as JsonObject) ? success : honest(call, caller)
    })
    expect(verdictOf(key)).toBe('fail')
    expect(shown(key).some(hasNumber)).toBe(true)
    expect(shown(key).some(isBeyondAscii)).toBe(false)
  })

  test('is found although it has one accepted that is refused elsewhere', async () => {
    await ask(name, (call, caller) => {
      const { Name, OrganizationalUnitId: id } = call.input as JsonObject
      if (hasNumber(call.input as JsonObject)) addAccount(caller.unit)
      const misled = id === undefined && accounts.has(caller.unit)
      return Name === '' || id === '' || misled ? success : honest(call, caller)
    })
    expect(verdictOf(key)).toBe('fail')
    expect(shown(key).some(hasNumber)).toBe(true)
  })

  test('is found although a later refusal has a wrong code', async () => {
    await ask(name, (call, caller) => {
      if (hasNumber(call.input as JsonObject)) addAccount(caller.unit)
      const { OrganizationalUnitId: id } = call.input as JsonObject
      return id === vendor.profile.unknown['unit']
        ? refusal('ParentNotFoundException')
        : honest(call, caller)
    })
    expect(verdictOf(key)).toBe('fail')
    expect(shown(key).some(hasNumber)).toBe(true)
  })

  test('is found where one who may not call was served later', async () => {
    await ask(name, (call, caller) => {
      const { OrganizationalUnitId: id } = call.input as JsonObject
      if (caller.role === 'outsider' && typeof id === 'string') addAccount(id)
      return caller.role === 'member' ? success : honest(call, caller)
    })
    expect(verdictOf(`caller/${key}`)).toBe('fail')
  })

  test('is not what an accepted one changed', async () => {
    await ask(name, (call, caller) => {
      if (!isBeyondAscii(call.input as JsonObject)) return honest(call, caller)
      addAccount(caller.unit)
      return success
    })
    expect(verdictOf(key)).toBe('pass')
  })

  test('is not what was done at first, and is refused since its answer was lost', async () => {
    await ask(name, (call, caller) => {
      if (!isBeyondAscii(call.input as JsonObject)) return honest(call, caller)
      addAccount(caller.unit)
      return again(refusal('DuplicateOrganizationalUnitException'))
    })
    expect(verdictOf(key)).toBe('pass')
  })

  test('is not what failed changed, and was not refused', async () => {
    await ask(name, (call, caller) => {
      if (!hasNumber(call.input as JsonObject)) return honest(call, caller)
      addAccount(caller.unit)
      return { ...refusal('ServiceException'), status: 500 }
    })
    expect(verdictOf(key)).toBe('pass')
  })

  test('is not what one changed who may not call and was served', async () => {
    await ask(name, (call, caller) => {
      const { OrganizationalUnitId: id } = call.input as JsonObject
      if (caller.role !== 'member' || typeof id !== 'string') return honest(call, caller)
      addAccount(id)
      return success
    })
    expect(verdictOf(`caller/${key}`)).toBe('pass')
  })

  test('can not be said where none is refused: it follows the last that ought to have been', async () => {
    await ask(name, (call, caller) =>
      call.deliberate === true && caller.role === 'owner' ? success : honest(call, caller),
    )
    expect(judged.get(key)?.follows).toBe(
      `contract/aws/${name}/OrganizationalUnitId/reference/deleted-unit`,
    )
  })
})
