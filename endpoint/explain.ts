import { statusOf } from '../specs/contract/contract.ts'
import { own } from '../specs/contract/own.ts'
import { answersTo, type ErrorName, type Refusals } from '../specs/vendor/refusals.ts'
import type { Vendor } from '../specs/vendor/vendor.ts'
import type { ErrorAnswer } from '../specs/wire/wire.ts'
import type { Refused } from './steps.ts'

/**
 * The vendor's words for refusals: the first fitting code that the operation declares, or that is common to all.
 * Undefined when there is none, because an undeclared code would break the contract.
 */
export function explainer(vendor: Vendor): (refused: Refused) => ErrorAnswer | undefined {
  const { refusals, contract } = vendor
  const common = new Set(refusals.common)
  const declares = (operation: string, { code }: ErrorName): boolean => {
    const declared = contract.operations.get(operation)?.errors.includes(code)
    // before an operation is known, what the document lists for all of them is declared
    return common.has(code) || (declared ?? statusOf(contract, code) !== undefined)
  }
  return (refused) => {
    const { refusal, detail, operation = '' } = refused
    const answers = answersTo(refusals, refusal, operation) ?? []
    const answer = answers.find((name) => declares(operation, name))
    if (answer === undefined) return undefined
    const status = statusOf(contract, answer.code) ?? refusals.refusals[refusal]?.status ?? 400
    const reason = formReasonOf(vendor, refused)
    const name = isReasonOf(refusals, answer.code, reason) ? { ...answer, reason } : answer
    return { ...name, status, message: `${refusal}: ${detail}` }
  }
}

/** The sub-code that the broken form of a member has to itself. */
const formReasonOf = (
  { referenceEndpoint }: Vendor,
  { operation, pointer, received }: Refused,
): string | undefined => {
  const { formReasons = [] } = referenceEndpoint
  const found = formReasons.find(
    ({ operation: name, member, values }) =>
      name === operation &&
      member === pointer &&
      (values === undefined || (typeof received === 'string' && values.includes(received))),
  )
  return found?.reason
}

/** A sub-code stands only on the code that the document lists it for: most errors have none. */
const isReasonOf = (
  { reasons }: Refusals,
  code: string,
  reason: string | undefined,
): reason is string => reason !== undefined && own(own(reasons, code) ?? {}, reason) !== undefined
