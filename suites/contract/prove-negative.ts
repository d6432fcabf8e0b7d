import type { Operation } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import type { ContractValidator, Violation } from '../client/contract-validator.ts'
import { pointerTo } from './json-path.ts'
import type { Negative } from './plan.ts'

/** A negative with the input that is to show it. */
interface Claim {
  readonly negative: Negative
  readonly input: Json
  readonly isOwn?: (violation: Violation) => boolean
}

/**
 * Why a negative is not what it claims to be; undefined when it is. A fault of form must make its own keyword
 * the first to fail, at its own path, and leave every other path alone; any other fault must break nothing. What breaks the contract elsewhere by values that are
 * not ours (`isOwn`) is none of its doing.
 */
export function disproof(
  validator: ContractValidator,
  operation: Operation,
  { negative, input, isOwn = () => true }: Claim,
): string | undefined {
  const { keyword, field, other } = negative
  const violations = validator
    .input(operation, input)
    // what it names may have its id from an answer, which the suite sends on as it came
    .filter((one) => (one.pointer === field.pointer && other === undefined) || isOwn(one))
  const [first] = violations
  if (keyword === undefined) {
    return first === undefined ? undefined : `it also breaks ${first.keyword} at ${first.pointer}`
  }
  if (first === undefined) return 'it breaks nothing'
  return elsewhere(violations, { keyword, field }, first)
}

const elsewhere = (
  violations: readonly Violation[],
  { keyword, field }: Pick<Negative, 'keyword' | 'field'>,
  first: Violation,
): string | undefined => {
  const at = keyword === 'required' ? pointerTo(field.path.slice(0, -1)) : field.pointer
  if (first.keyword !== keyword || first.pointer !== at) {
    return `${first.keyword} fails first, at ${first.pointer}`
  }
  const other = violations.find(({ pointer }) => !pointer.startsWith(at))
  return other === undefined ? undefined : `it also fails at ${other.pointer}`
}
