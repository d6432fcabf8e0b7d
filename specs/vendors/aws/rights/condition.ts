import { isObject, type Json } from '../../../contract/json.ts'
import { operatorOf, type Operator } from './operators.ts'
import type { Request } from './request.ts'

/** What a condition asks of the values that a request has under a key. */
type Test = (values: readonly string[], wanted: readonly string[]) => boolean

/** The name of an operator: a set operator in front, and a word for absent keys behind. */
const forms = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/u

/** An absence is asked for without a word for absent keys. */
const absence = /^(?:(?:ForAllValues|ForAnyValue):)?Null$/u

/**
 * The test that an operator makes of a key (docs.aws.amazon.com/IAM/latest/UserGuide/, pages
 * reference_policies_elements_condition_operators.html and
 * reference_policies_condition-single-vs-multi-valued-context-keys.html, as read on 2026-11-27). An absent key fits
 * nothing, so that only a negated operator holds, but for `IfExists` and `ForAllValues`, which hold, and `ForAnyValue`,
 * which does not. Undefined where IAM has no such operator.
 */
const testOf = (written: string, key: string): Test | undefined => {
  if (absence.test(written)) return isAbsent
  const [, set = '', name = '', lenient] = forms.exec(written) ?? []
  const operator = operatorOf(name)
  const test = operator && sets[set]?.(askedOf(key, operator))
  return lenient ? orAbsent(test) : test
}

const orAbsent = (test: Test | undefined): Test | undefined =>
  test && ((values, wanted) => values.length === 0 || test(values, wanted))

/** Who calls is known by the account alone, so that any principal of it stands for the caller. */
const askedOf = (key: string, { compare, negated }: Operator): Operator => ({
  compare: (value, wanted) =>
    key === 'aws:principalarn'
      ? compare(`${upToName(value)}${wanted.slice(upToName(wanted).length)}`, wanted)
      : compare(value, wanted),
  negated,
})

const upToName = (arn: string): string => arn.slice(0, arn.lastIndexOf(':') + 1)

const isAbsent: Test = (values, wanted) =>
  wanted.some((one) => one.toLowerCase() === String(values.length === 0))

const fitsAny = ({ compare }: Operator, value: string, wanted: readonly string[]): boolean =>
  wanted.some((one) => compare(value, one))

/** How the values of a key come to one answer, by the set operator; an empty text is no value to `ForAllValues`. */
const sets: Readonly<Record<string, (operator: Operator) => Test>> = {
  '': (operator) => (values, wanted) =>
    values.some((value) => fitsAny(operator, value, wanted)) !== operator.negated,
  ForAllValues: (operator) => (values, wanted) =>
    values.every((value) => value === '' || fitsAny(operator, value, wanted) !== operator.negated),
  ForAnyValue: (operator) => (values, wanted) =>
    values.some((value) => fitsAny(operator, value, wanted) !== operator.negated),
}

/** Whether every condition of a statement holds for what is known of a request. Keys are the same in any case. */
export function holds(condition: Json, keys: Request['keys']): boolean {
  if (!isObject(condition)) return false
  const known = new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), value]))
  return Object.entries(condition).every(
    ([operator, asked]) =>
      isObject(asked) &&
      Object.entries(asked).every(([written, wanted]) => {
        const key = written.toLowerCase()
        const values = [known.get(key) ?? []].flat()
        return testOf(operator, key)?.(values, [wanted].flat().map(String)) === true
      }),
  )
}
