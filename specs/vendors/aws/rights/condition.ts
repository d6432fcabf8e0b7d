import { isObject, type Json } from '../../../contract/json.ts'
import { fits } from './pattern.ts'
import type { Request } from './request.ts'

type Test = (value: string | undefined, wanted: readonly string[]) => boolean

const accountOf = (arn: string): string | undefined => arn.split(':')[4]

/** Who calls is known by the account alone, so that any principal of it stands for the caller. */
const ofAccount: Test = (value, wanted) =>
  value !== undefined && wanted.some((one) => fits(accountOf(value) ?? '', accountOf(one) ?? one))

const equals: Test = (value, wanted) => value !== undefined && wanted.includes(value)
const isLike: Test = (value, wanted) =>
  value !== undefined && wanted.some((pattern) => fits(value, pattern))
const isAbsent: Test = (value, [wanted]) => String(value === undefined) === wanted

/** What the operators of conditions ask; one that is not here holds for nobody. */
const tests: Readonly<Record<string, Test>> = {
  StringEquals: equals,
  StringNotEquals: (value, wanted) => !equals(value, wanted),
  StringLike: isLike,
  StringNotLike: (value, wanted) => !isLike(value, wanted),
  ArnEquals: ofAccount,
  ArnLike: ofAccount,
  Null: isAbsent,
}

/** Whether every condition of a statement holds for what is known of a request. */
export function holds(condition: Json, keys: Request['keys']): boolean {
  if (!isObject(condition)) return false
  return Object.entries(condition).every(
    ([operator, asked]) =>
      isObject(asked) &&
      Object.entries(asked).every(([key, wanted]) =>
        tests[operator]?.(keys[key], [wanted].flat().map(String)),
      ),
  )
}
