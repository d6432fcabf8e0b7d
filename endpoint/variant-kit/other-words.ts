import { statusOf } from '../../specs/contract/contract.ts'
import { answersTo, type ErrorName } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { ErrorAnswer } from '../../specs/wire/wire.ts'
import type { Refused } from '../steps.ts'
import type { Variant } from '../variant.ts'

/** What a refusal is said with instead; undefined where nothing else fits. */
type Instead = (
  refused: Refused,
  error: ErrorAnswer,
  vendor: Vendor,
) => Partial<ErrorAnswer> | undefined

/** Says some refusals otherwise. */
export function saying(instead: Instead): NonNullable<Variant['alter']> {
  return ({ explain }, { vendor }) => ({
    explain: (refused) => {
      const error = explain(refused)
      return error && { ...error, ...instead(refused, error, vendor) }
    },
  })
}

/** All answers to a refusal that the operation declares, or every operation may give; the usual one comes first. */
export function fitting(
  vendor: Vendor,
  { refusal, operation = '' }: Refused,
): readonly ErrorName[] {
  const { refusals, contract } = vendor
  const declared = contract.operations.get(operation)?.errors
  const answers = answersTo(refusals, refusal, operation) ?? []
  return answers.filter(
    ({ code }) => refusals.common.includes(code) || (declared?.includes(code) ?? true),
  )
}

/** Another code with the status that belongs to it. */
export function coded(
  { contract, refusals }: Vendor,
  { code, reason }: ErrorName,
  { message, status }: ErrorAnswer,
): ErrorAnswer {
  const seen = refusals.observedStatuses?.[code]?.statuses[0]
  return {
    code,
    message,
    status: statusOf(contract, code) ?? seen ?? status,
    ...(reason !== undefined && { reason }),
  }
}
