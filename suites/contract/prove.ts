import type { Operation } from '../../specs/contract.ts'
import type { Json } from '../../specs/json.ts'
import type { ContractValidator } from '../contract-validator.ts'
import { pointerTo } from './place.ts'
import type { Negative } from './plan.ts'

/**
 * Why a negative is not what it claims to be; undefined when it is. A fault of form must make its own keyword
 * the first to fail, at its own place, and leave every other place alone; any other fault must break nothing.
 */
export function disproof(
  validator: ContractValidator,
  operation: Operation,
  { negative, input }: { readonly negative: Negative; readonly input: Json },
): string | undefined {
  const violations = validator.input(operation, input)
  const { keyword, site } = negative
  const [first] = violations
  if (keyword === undefined) {
    return first === undefined ? undefined : `it also breaks ${first.keyword} at ${first.pointer}`
  }
  if (first === undefined) return 'it breaks nothing'
  const at = keyword === 'required' ? pointerTo(site.place.slice(0, -1)) : site.pointer
  if (first.keyword !== keyword || first.pointer !== at) {
    return `${first.keyword} fails first, at ${first.pointer}`
  }
  const elsewhere = violations.find(({ pointer }) => !pointer.startsWith(at))
  return elsewhere === undefined ? undefined : `it also fails at ${elsewhere.pointer}`
}
