import { describe, expect, test } from 'vitest'

import { isObject, type Json } from '../specs/contract/json.ts'
import {
  inputFor,
  readRecordings,
  type RecordedCaller,
  type RecordedExchange,
} from '../specs/vendor/recordings.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { wordOf } from '../specs/wire/sub-code.ts'
import type { Reply } from '../specs/wire/wire.ts'
import { memberAddress, prepare } from './testing/recorded/prepare.ts'
import { differingValues } from './testing/recorded/values.ts'
import { management, member, openRecordedWorld, type Known } from './testing/recorded/world.ts'

/** What the real service was recorded to answer, asked of the embedded endpoint again. */

const vendor = await loadVendor('aws')
const { exchanges, unsaid, differences, leftOut } = readRecordings('aws')

const accounts: Readonly<Record<RecordedCaller, string>> = {
  management,
  sender: management,
  member,
  delegate: member,
  recipient: member,
}

const stands: readonly (readonly [form: RegExp, idOf: (known: Known) => string])[] = [
  [/^r-(?:example|abcd|p5qq)$/u, ({ root }) => root],
  [/^ou-(?:exam|abcd)-/u, ({ unit }) => unit],
  [/^p-(?:example|owned|control|final|target|02hy)/u, ({ policy }) => policy],
  [/^h-0{7}[1-9]$/u, ({ invitation }) => invitation],
  [/^rp-example0$/u, ({ resourcePolicy }) => resourcePolicy],
  [/^member@example\.test$/u, () => memberAddress],
]

const standsFor =
  (known: Known) =>
  (text: string): string =>
    stands.find(([form]) => form.test(text))?.[1](known) ?? text

/** The members that were sent and are not known, where any that fit will do. */
const anything: Readonly<Record<string, string>> = { Email: memberAddress, Notes: 'notes' }

const replayed = async (exchange: RecordedExchange): Promise<Reply> => {
  const { caller = 'management', given = [], open = [], operation } = exchange
  const world = await openRecordedWorld(vendor)
  await prepare(world, given)
  const input = inputFor(exchange, standsFor(world.known))
  const filled = Object.fromEntries(open.map((name) => [name, anything[name] ?? '{}']))
  return await world.ask(accounts[caller], operation, { ...input, ...filled })
}

/** The code, with the stem of the reason where there is one. */
const words = (code: string, reason?: string): string =>
  reason === undefined ? code : `${code}/${wordOf(reason)}`

const spoken = (reply: Reply): string => {
  if (reply.kind === 'output') return 'done'
  return reply.kind === 'refusal' ? words(reply.code, reply.reason) : reply.kind
}

/** The members of an answer, with [] for the entries of a list, which may be empty. */
const membersOf = (value: Json, at = ''): readonly string[] => {
  if (Array.isArray(value)) return [at, ...value.flatMap((one: Json) => membersOf(one, `${at}[]`))]
  if (!isObject(value)) return [at]
  const inside = Object.entries(value).flatMap(([name, part]) =>
    membersOf(part, at === '' ? name : `${at}.${name}`),
  )
  return at === '' ? inside : [at, ...inside]
}

/** The recorded members that an answer lacks. */
const lacking = ({ answer }: RecordedExchange, reply: Reply): readonly string[] => {
  if (reply.kind !== 'output') return []
  const present = new Set(membersOf(reply.output))
  return (answer?.members ?? []).filter((name) => !present.has(name))
}

const recorded = ({ refusal }: RecordedExchange): string =>
  refusal === undefined ? 'done' : words(refusal.code, refusal.reason)

/** Which texts of policies are admitted is asked elsewhere. */
const hasText = ({ input = {}, open = [] }: RecordedExchange): boolean =>
  (input['Content'] ?? '') !== '' || open.includes('Content')

const named = <T extends { readonly cases: readonly string[] }>(groups: readonly T[]) =>
  new Map(groups.flatMap((group) => group.cases.map((name) => [name, group] as const)))

const dropped = named(unsaid)
const declared = named(differences)
const said = exchanges.filter((one) => !dropped.has(one.case) && !hasText(one))

describe('the recorded requests are answered alike', () => {
  test.each(said.map((one, at) => [`${at} ${one.case} ${one.operation}`, one] as const))(
    '%s',
    async (_name, one) => {
      const answered = declared.get(one.case)?.answered ?? recorded(one)
      const reply = await replayed(one)
      expect(spoken(reply)).toBe(answered)
      expect(lacking(one, reply)).toEqual([])
      if (reply.kind === 'output') expect(differingValues(one, reply.output)).toEqual([])
    },
  )
})

/** Values that are held against answers, so that losing them shows. */
test('values are compared in four of five answers that have any', () => {
  const valued = said.filter(({ answer }) => answer?.values !== undefined)
  const empty = valued.filter((one) => differingValues(one, {}).length === 0)
  expect(valued.length).toBeGreaterThan(30)
  expect(empty.length * 5).toBeLessThan(valued.length)
})

test('what is not asked, or answered otherwise, is known by its case, and declared once', () => {
  const cases = new Set(exchanges.map((one) => one.case))
  const all = [...unsaid, ...differences].flatMap((group) => group.cases)
  expect(all.filter((name) => !cases.has(name))).toEqual([])
  expect(all).toHaveLength(new Set(all).size)
})

test('an operation is left out because the contract does not have it', () => {
  for (const { operation } of leftOut)
    expect(vendor.contract.operations.has(operation), operation).toBe(false)
})

test('of what is asked, at most one in fifty is answered otherwise, and each of those is', () => {
  const other = said.filter((one) => declared.has(one.case))
  expect(other.length * 50).toBeLessThanOrEqual(said.length)
  const alike = other.filter((one) => declared.get(one.case)?.answered === recorded(one))
  expect(alike.map((one) => one.case)).toEqual([])
})
