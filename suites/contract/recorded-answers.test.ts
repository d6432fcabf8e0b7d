import { readdirSync } from 'node:fs'
import { basename } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

import { operationOf, type Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import schema from '../../specs/schemas/recorded-exchanges.schema.json' with { type: 'json' }
import { rowOf, verbOf } from '../../specs/vendor/dialect.ts'
import type { Lens } from '../../specs/vendor/lens.ts'
import { inputFor, readRecordings, type RecordedExchange } from '../../specs/vendor/recordings.ts'
import { answersTo, observedAnswersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { refusalNames, type RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { contractValidator, type Violation } from '../client/contract-validator.ts'
import { sameWord } from '../verdict/codes.ts'
import { judgeRefusal } from '../verdict/judge.ts'
import { inputFieldsOf } from './input-field.ts'
import { mutations } from './mutations/registry.ts'
import { randomValues } from './random-values.ts'
import { valueFor } from './values.ts'

/** What somebody recorded of a real service: no rule of ours may call such an answer wrong. */

const folder = new URL('../../fixtures/recorded/', import.meta.url)
const files = readdirSync(folder).map(
  (name) => [name, readRecordings(basename(name, '.json'))] as const,
)

/** What the input of an exchange breaks of the contract; nothing of what is not known. */
const brokenBy = (vendor: Vendor, exchange: RecordedExchange): readonly Violation[] => {
  const { operation, input, open = [] } = exchange
  if (input === undefined) return []
  return contractValidator(vendor.contract)
    .input(
      operationOf(vendor.contract, operation),
      inputFor(exchange, (text) => text),
    )
    .filter(({ keyword }) => keyword !== 'required' || open.length === 0)
}

/** The mistakes that an exchange is an answer to: of its form, and whatever is answered with its code. */
const mistakesOf = (vendor: Vendor, recorded: RecordedExchange): readonly RefusalName[] => {
  const { operation, refusal } = recorded
  const answered = (name: RefusalName): boolean =>
    [
      ...(answersTo(vendor.refusals, name, operation) ?? []),
      ...observedAnswersTo(vendor.refusals, name, operation),
    ].some(({ code }) => sameWord(vendor, code, refusal?.code ?? ''))
  const keywords = brokenBy(vendor, recorded).map(({ keyword }) => keyword)
  const ofForm = mutations
    .filter(({ keyword }) => keywords.includes(keyword))
    .map((mutation) => mutation.refusal)
  return ofForm.some(answered) ? ofForm : refusalNames.filter(answered)
}

/** Whether a request that is carried out, and that we would have refused, is known to be. */
const isAccepted = (
  vendor: Vendor,
  operation: string,
  { pointer, keyword }: Violation,
): boolean => {
  const mutation = mutations.find((one) => one.keyword === keyword)
  const check = `contract/${vendor.id}/${operation}${pointer}/${mutation?.name ?? keyword}/`
  const accepting = vendor.observed.flatMap(({ accepted = [] }) => accepted)
  return accepting.some((id) => id.startsWith(check))
}

/** Newer words than the document's are none that we send, and what may be absent may be null. */
const isHarmless = ({ keyword, receivedNull }: Violation): boolean =>
  keyword === 'enum' || receivedNull

const stepsOf = (member: string): readonly string[] =>
  member.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '0'] : [step]))

/** An answer with the members that were there: with their values where they are known, else with any that fit. */
const answerOf = (vendor: Vendor, operation: Operation, recorded: RecordedExchange): JsonObject => {
  const fields = inputFieldsOf(vendor.contract, { ...operation, input: operation.output })
  const { members = [], values = {} } = recorded.answer ?? {}
  const valueOf = (member: string, steps: readonly string[]): Json => {
    const known = values[member]
    if (known !== undefined) return known
    const field = fields.find(({ path }) => path.join() === steps.join())
    return field === undefined ? 'anything' : valueFor(field, randomValues(1), {})
  }
  return members
    .map(stepsOf)
    .reduce<Json>(
      (answer, steps, at) => put(answer, steps, valueOf(members[at] ?? '', steps)),
      {},
    ) as JsonObject
}

const put = (into: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json => {
  if (step === undefined) return value
  if (step === '0') return [put(Array.isArray(into) ? into[0] : undefined, rest, value)]
  const members = isObject(into) ? into : {}
  return { ...members, [step]: put(members[step], rest, value) }
}

describe.each(files)('the recorded answers of %s', async (_, { vendor: id, exchanges }) => {
  const vendor = await loadVendor(id)
  const named = exchanges.map((one, at) => [`${at} ${one.case}`, one] as const)

  test('keep to their schema', () => {
    const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true })
    const isRight = validate.compile(schema)
    for (const [, file] of files) expect(isRight(file), JSON.stringify(isRight.errors)).toBe(true)
  })

  test.each(named.filter(([, { refusal }]) => refusal !== undefined))(
    'a refusal is a right one: %s',
    (_name, recorded) => {
      const { code = '', reason } = recorded.refusal ?? {}
      const operation = operationOf(vendor.contract, recorded.operation)
      const error = { status: 400, code, message: 'in words', ...(reason && { reason }) }
      const answer = vendor.wire.refuse(error, 'a-request')
      const reply = vendor.wire.decode(operation, answer)
      if (reply.kind !== 'refusal') throw new Error(`${reply.kind} is no refusal`)
      const asked = { operation: operation.name, exchange: 1 }
      const mistakes = mistakesOf(vendor, recorded)
      expect(mistakes).not.toEqual([])
      const judged = judgeRefusal(vendor, mistakes, { ...asked, kind: 'refused', reply })
      const verdicts = Object.entries(judged).map(([step, { verdict }]) => [step, verdict])
      expect(Object.fromEntries(verdicts)).toEqual({
        refused: 'pass',
        declared: 'pass',
        code: 'pass',
        reason: 'pass',
      })
    },
  )

  test('what is carried out is asked as the contract says, or is known to be carried out', () => {
    const unknown = exchanges
      .filter(({ answer }) => answer !== undefined)
      .flatMap((one) =>
        brokenBy(vendor, one)
          .filter((violation) => !isHarmless(violation))
          .filter((violation) => !isAccepted(vendor, one.operation, violation))
          .map(({ pointer, message }) => `${one.case} ${one.operation}${pointer}: ${message}`),
      )
    expect(unknown).toEqual([])
  })

  test('an answer fits the contract, and says what it is asked for', () => {
    const unfit = exchanges.flatMap((one) => {
      if (one.answer?.members === undefined) return []
      const operation = operationOf(vendor.contract, one.operation)
      const answer = answerOf(vendor, operation, one)
      const violations = contractValidator(vendor.contract)
        .output(operation, answer)
        .filter(({ soft }) => !soft)
        .map(({ pointer, message }) => `${one.case} ${pointer}: ${message}`)
      const verb = verbOf(vendor.dialect, operation.name)
      const row = verb === undefined ? undefined : rowOf(vendor.dialect, verb)
      const { read } = (row?.result ?? { read: (json: Json) => json }) as Lens<unknown>
      if (one.answer.partial !== true)
        expect(() => read(answer), `${one.case} ${operation.name}`).not.toThrow()
      return violations
    })
    expect(unfit).toEqual([])
  })
})
