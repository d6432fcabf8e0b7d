import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { isClientError, sameWord } from '../verdict/codes.ts'
import type { Hands, Refused } from './effect.ts'

/** The refusals that say: it is not there. */
const absences: readonly RefusalName[] = [
  'unitNotFound',
  'parentNotFound',
  'childNotFound',
  'rootNotFound',
  'accountNotFound',
  'invitationNotFound',
  'policyNotFound',
  'targetNotFound',
  'resourcePolicyNotFound',
  'tagTargetNotFound',
  'delegateMissing',
  'endpointNotFound',
]

/**
 * Whether a refusal says that what was asked for is not there: by a code that the vendor has for that, or because the
 * question itself breaks the contract and so names nothing that could be. A denied, throttled or failed look shows
 * nothing.
 */
export function isAbsence(vendor: Vendor, { reply, operation, broken }: Refused): boolean {
  if (!isClientError(reply)) return false
  const named = absences
    .flatMap((name) => answersTo(vendor.refusals, name, operation) ?? [])
    .some(
      ({ code, reason }) =>
        sameWord(vendor, code, reply.code) && (reason === undefined || reason === reply.reason),
    )
  return named || (broken === true && !isCalled(vendor, 'accessDenied', { reply, operation }))
}

/** How somebody who looks reads what a vendor refuses. */
export function readingOf(vendor: Vendor): Pick<Hands, 'isAbsence' | 'isCalled'> {
  return {
    isAbsence: (refused) => isAbsence(vendor, refused),
    isCalled: (name, refused) => isCalled(vendor, name, refused),
  }
}

const isCalled = (
  vendor: Vendor,
  name: RefusalName,
  { reply, operation }: Pick<Refused, 'reply' | 'operation'>,
): boolean =>
  (answersTo(vendor.refusals, name, operation) ?? []).some(({ code }) =>
    sameWord(vendor, code, reply.code),
  )
