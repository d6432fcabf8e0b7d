import { afterEach, describe, expect, test } from 'vitest'

import type { Vendor } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Answer, Message } from '../specs/wire/wire.ts'
import type { LedgerEntry } from '../suites/actors/ledger.ts'
import { sleep } from '../suites/client/stop.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { selectedBy } from '../suites/runner/selection.ts'
import { openSession } from '../suites/runner/session.ts'
import type { JudgedCheck } from '../suites/verdict/verdict.ts'
import {
  anybodyAt,
  seedOrganization,
  type Otherwise,
  type SeededOrganization,
} from './testing/given-organization.ts'

/** Endpoints that make taking back hard: what is left is what could not be helped, and it is told. */

const vendor = await loadVendor('aws')
const scenarios = await loadScenarios()
const begun: SeededOrganization[] = []
afterEach(async () => {
  for (const organization of begun.splice(0)) await organization.close()
})

type Handle = (message: Message, answer: () => Promise<Answer>) => Promise<Answer>

const operationOf = ({ headers }: Message): string | undefined =>
  headers['x-amz-target']?.split('.').at(-1)

const refusal = (code: string, status = 400): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'r' },
  body: JSON.stringify({ __type: code, Message: code }),
})

/** Does not offer an operation, refuses it, or only says that it did it. */
const answering =
  (operation: string, answered: Answer): Handle =>
  async (message, answer) =>
    operationOf(message) === operation ? answered : answer()

const withUnits = (unit: string): Vendor => ({
  ...vendor,
  referenceEndpoint: {
    ...vendor.referenceEndpoint,
    ids: { ...vendor.referenceEndpoint.ids, unit },
  },
})

/** Escapes what needs no escaping, as many encoders do. */
const escaping: Handle = async (_, answer) => {
  const { body, ...rest } = await answer()
  const escaped = body.replaceAll('/', String.raw`\/`).replaceAll('Ü', String.raw`\u00dc`)
  return { ...rest, body: escaped }
}

/** Makes units, and says that it failed. */
const failing: Handle = async (message, answer) => {
  const answered = await answer()
  const creates = operationOf(message) === 'CreateOrganizationalUnit'
  return creates ? refusal('ServiceException', 500) : answered
}

/** Its units have ids that no document knows, and it takes whatever it is given. */
const unitsInCapitals: Otherwise = {
  vendor: withUnits('OU_{lower:8}'),
  fault: {
    name: 'unchecked-input',
    description: 'Whatever is given is taken',
    breaks: {},
    alter: () => ({ check: () => undefined }),
  },
}

interface Asked {
  readonly judged: readonly JudgedCheck[]
  readonly left: readonly string[]
  readonly entries: readonly LedgerEntry[]
  readonly organization: SeededOrganization
  readonly before: object
}

/** Asks in a seeded organization whose endpoint answers in a way of its own once the suite comes. */
async function askAt(
  handle: Handle,
  only: readonly string[],
  otherwise: Otherwise = {},
): Promise<Asked> {
  let coming = false
  const behave: Otherwise['behave'] = (answer) => async (message) =>
    coming ? handle(message, () => answer(message)) : answer(message)
  const organization = await seedOrganization(vendor, { behave, ...otherwise })
  begun.push(organization)
  const before = await organization.portrait()
  coming = true
  const entries: LedgerEntry[] = []
  const session = openSession({
    vendor,
    target: {
      ...anybodyAt(vendor, organization.url),
      accounts: organization.accounts,
      deadline: 20_000,
    },
    scenarios,
    seed: 1,
    nonce: 4711n,
    now: Date.now,
    // waits are a tenth as long
    pause: (milliseconds, signal) => sleep(milliseconds / 10, signal),
    selected: selectedBy({ only, axes: [] }),
    recorded: (entry) => entries.push(entry),
  })
  const judged = await Promise.all(session.checks.map(({ id }) => session.judged(id)))
  expect(judged).toHaveLength(session.checks.length)
  const left = await session.left()
  await session.close()
  coming = false
  return { judged, left, entries, organization, before }
}

const codesOf = ({ judged }: Asked): readonly string[] => [
  ...new Set(judged.map(({ verdict, code = '' }) => `${verdict} ${code}`.trimEnd())),
]

describe('taking back', () => {
  test('where policies can not be deleted, none is made', async () => {
    const missing = answering('DeletePolicy', refusal('UnknownOperationException'))
    const asked = await askAt(missing, ['contract/aws/CreatePolicy/*', 'scenario/policy-*'])
    expect(codesOf(asked)).toContain('untestable NO_UNDO')
    expect(asked.left).toEqual([])
    expect(await asked.organization.portrait()).toEqual(asked.before)
  })

  test('where deleting fails, one is made, and it is told in one line', async () => {
    const inUse = answering('DeletePolicy', refusal('PolicyInUseException'))
    const asked = await askAt(inUse, ['contract/aws/CreatePolicy/*', 'scenario/policy-*'])
    expect(codesOf(asked)).toContain('untestable NO_UNDO')
    expect(asked.left).toHaveLength(1)
    expect(asked.left[0]).toMatch(/^CreatePolicy by \d{12}: p-[a-z0-9]+$/)
  })

  test('where deleting is only said, one is made: the first of a kind is looked for', async () => {
    const done = { ...refusal(''), status: 200, body: '{}' }
    const lying = answering('DeleteOrganizationalUnit', done)
    const asked = await askAt(lying, ['scenario/unit-*'])
    expect(codesOf(asked)).toContain('untestable NO_UNDO')
    expect(asked.left).toHaveLength(1)
  })

  test('what was done although its answer was lost is found and taken back', async () => {
    let count = 0
    const losing: Handle = async (message, answer) => {
      const answered = await answer()
      const writes = /^(Create|Attach|Tag|Enable|Invite|Accept|Register)/.test(
        operationOf(message) ?? '',
      )
      count += writes ? 1 : 0
      // every third write is carried out, and nobody hears of it
      if (writes && count % 3 === 0) throw new Error('lost')
      return answered
    }
    const asked = await askAt(losing, [
      'scenario/unit-*',
      'scenario/policy-*',
      'scenario/invite-*',
      'scenario/delegates/*',
    ])
    expect(asked.judged.filter(({ verdict }) => verdict === 'error')).toEqual([])
    expect(asked.left).toEqual([])
    expect(await asked.organization.portrait()).toEqual(asked.before)
  })

  test('an id off its pattern is the finding of a planned check, and is sent on as it came', async () => {
    let sentOn = 0
    const counting: Handle = async (message, answer) => {
      if (message.body.includes('"OU_')) sentOn += 1
      return answer()
    }
    const only = ['contract/aws/*OrganizationalUnit/*', 'scenario/unit-lifecycle/*', 'endpoint/*']
    const { judged, left } = await askAt(counting, only, unitsInCapitals)
    expect(judged.filter(({ verdict }) => verdict === 'error')).toEqual([])
    expect(sentOn).toBeGreaterThan(0)
    // of what crashed over garbage nobody can tell whether it was done
    expect(left.every((line) => line.endsWith(': perhaps a request that can not be read'))).toBe(
      true,
    )
    const watched = 'endpoint/aws/CreateOrganizationalUnit/answers-keep-the-contract'
    // the document states the form of an id where it is asked for, not where it is answered
    expect(judged.find(({ id }) => id === watched)?.verdict).toBe('warn')
  })

  test.each(['OU/', 'OU"', 'OÜ'])(
    'an id like %j is no fault of ours, however it is escaped',
    async (form) => {
      const units: Otherwise = { ...unitsInCapitals, vendor: withUnits(`${form}{lower:8}`) }
      const only = ['scenario/unit-lifecycle/*', 'scenario/unit-tags/*']
      const { judged } = await askAt(escaping, only, units)
      expect(judged.filter(({ verdict }) => verdict === 'error')).toEqual([])
    },
  )

  test.each([
    ['DescribeResourcePolicy', 'contract/aws/PutResourcePolicy/*'],
    ['ListAWSServiceAccessForOrganization', 'contract/aws/EnableAWSServiceAccess/*'],
    ['ListTargetsForPolicy', 'contract/aws/AttachPolicy/*'],
  ])(
    'where %s is denied, nobody can see what stands, and nothing is written over it',
    async (operation, only) => {
      const asked = await askAt(answering(operation, refusal('AccessDeniedException')), [only])
      expect(codesOf(asked).join()).toMatch(/^untestable (NO_UNDO|SETUP_FAILED)/u)
      expect(asked.left).toEqual([])
      expect(await asked.organization.portrait()).toEqual(asked.before)
    },
  )

  test('what was done and answered with a failure of the endpoint is found and taken back', async () => {
    const asked = await askAt(failing, ['scenario/unit-lifecycle/*', 'scenario/unit-tags/*'])
    expect(asked.left).toEqual([])
    expect(await asked.organization.portrait()).toEqual(asked.before)
  })

  test('what was done and answered with a denial is found and taken back', async () => {
    let count = 0
    const denying: Handle = async (message, answer) => {
      const answered = await answer()
      if (!/^(Create|Attach|Enable|Invite)/u.test(operationOf(message) ?? '')) return answered
      count += 1
      return count % 3 === 0 ? refusal('AccessDeniedException') : answered
    }
    const only = ['scenario/unit-*', 'scenario/policy-attach-detach/*', 'scenario/invite-*']
    const asked = await askAt(denying, only)
    expect(asked.left).toEqual([])
    expect(await asked.organization.portrait()).toEqual(asked.before)
  })

  test('an id that was there before is not taken for that of what was made', async () => {
    let foreign: string | undefined
    const confusing: Handle = async (message, answer) => {
      const answered = await answer()
      const [shown] = /ou-[a-z0-9]+-[a-z0-9]+/u.exec(answered.body) ?? []
      if (operationOf(message) === 'ListOrganizationalUnitsForParent') foreign ??= shown
      if (operationOf(message) !== 'CreateOrganizationalUnit' || foreign === undefined)
        return answered
      return { ...answered, body: answered.body.replaceAll(shown ?? '-', foreign) }
    }
    const only = ['scenario/unit-tags/*', 'scenario/unit-lifecycle/*', 'scenario/unit-rename/*']
    const asked = await askAt(confusing, only)
    expect(asked.left).toEqual([])
    expect(await asked.organization.portrait()).toEqual(asked.before)
  })

  test('an outage in the middle leaves nothing that can be taken back after it', async () => {
    let out = 0
    let made = 0
    const breaking: Handle = async (message, answer) => {
      if (operationOf(message) === 'CreateOrganizationalUnit') made += 1
      if (made > 4 && out < 16) {
        out += 1
        throw new Error('lost')
      }
      return answer()
    }
    const asked = await askAt(breaking, ['scenario/unit-*'])
    expect(out).toBeGreaterThan(10)
    expect(asked.left).toEqual([])
    expect(await asked.organization.portrait()).toEqual(asked.before)
  })

  test('a move that shows late is moved back all the same', async () => {
    const places: Answer[] = []
    const lagging: Handle = async (message, answer) => {
      const answered = await answer()
      if (operationOf(message) !== 'ListParents') return answered
      // every look at a place is the first one ever made
      places.push(answered)
      return places[0] ?? answered
    }
    const asked = await askAt(lagging, ['contract/aws/MoveAccount/minimal/*'])
    expect(await asked.organization.portrait()).toEqual(asked.before)
  })

  test('an endpoint that refuses every valid request is found out, with given accounts too', async () => {
    const refusing = answering('CreatePolicy', refusal('InvalidInputException'))
    const { judged } = await askAt(refusing, ['contract/aws/CreatePolicy/minimal/*'])
    const succeeds = judged.find(({ id }) => id === 'contract/aws/CreatePolicy/minimal/succeeds')
    expect(succeeds?.verdict).toBe('fail')
  })

  test('every write is an intent before it is anything else, and ends taken back or void', async () => {
    const { entries } = await askAt(
      (_, answer) => answer(),
      ['scenario/invite-*', 'scenario/unit-tags/*'],
    )
    const ends = new Map<number, string>()
    for (const { step, number } of entries) {
      expect(ends.has(number)).toBe(step !== 'intent')
      ends.set(number, step)
    }
    expect(ends.size).toBeGreaterThan(10)
    expect(new Set(ends.values())).toEqual(new Set(['void', 'undone', 'proven']))
  })
})
