import { isWithin } from './addresses.ts'
import { fits } from './pattern.ts'

/**
 * The operators of IAM's conditions (docs.aws.amazon.com/IAM/latest/UserGuide/
 * reference_policies_elements_condition_operators.html, as read on 2026-11-27).
 */

/** Whether a value of a request is what a condition asks for. */
type Comparison = (value: string, wanted: string) => boolean

/** An operator: what it compares, and whether it asks that nothing of it fits. */
export interface Operator {
  readonly compare: Comparison
  readonly negated: boolean
}

const sides = (arn: string): readonly string[] => {
  const parts = arn.split(':')
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])]
}

/** Each of the six components has to fit by itself. */
const isArnLike: Comparison = (value, wanted) => {
  const [own, asked] = [sides(value), sides(wanted)]
  return (
    asked.length === 6 && own.length === 6 && asked.every((part, at) => fits(own[at] ?? '', part))
  )
}

const inAnyCase: Comparison = (value, wanted) => value.toLowerCase() === wanted.toLowerCase()

/** Base64 is read as bytes, so that what pads it does not count. */
const isBinary: Comparison = (value, wanted) =>
  Buffer.from(value, 'base64').equals(Buffer.from(wanted, 'base64'))

const numberIn = (text: string): number =>
  /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN

const written = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/u

/** A moment in milliseconds, from a W3C form of ISO 8601 or from seconds since 1970; NaN for what is neither. */
const momentIn = (text: string): number =>
  written.test(text) ? Date.parse(text) : numberIn(text) * 1000

/** The operators of a kind that has an order. What is none of the kind compares to nothing. */
const ordered = (
  kind: string,
  read: (text: string) => number,
): readonly (readonly [name: string, compare: Comparison])[] => [
  [`${kind}Equals`, (value, wanted) => read(value) === read(wanted)],
  [`${kind}LessThan`, (value, wanted) => read(value) < read(wanted)],
  [`${kind}LessThanEquals`, (value, wanted) => read(value) <= read(wanted)],
  [`${kind}GreaterThan`, (value, wanted) => read(value) > read(wanted)],
  [`${kind}GreaterThanEquals`, (value, wanted) => read(value) >= read(wanted)],
]

const comparisons = new Map<string, Comparison>([
  ['StringEquals', (value, wanted) => value === wanted],
  ['StringEqualsIgnoreCase', inAnyCase],
  ['StringLike', fits],
  ['ArnEquals', isArnLike],
  ['ArnLike', isArnLike],
  ['Bool', inAnyCase],
  ['BinaryEquals', isBinary],
  ['IpAddress', isWithin],
  ...ordered('Numeric', numberIn),
  ...ordered('Date', momentIn),
])

/** What stands behind `Not` names what is compared, but for addresses, where it stands in front. */
const negations = /^(String|Arn|Numeric|Date)Not(?=Equals|Like)|^Not(?=IpAddress)/u

/** The operator of a name without prefix and suffix; undefined where IAM has none. */
export function operatorOf(name: string): Operator | undefined {
  const compare = comparisons.get(name.replace(negations, '$1'))
  return compare && { compare, negated: negations.test(name) }
}
