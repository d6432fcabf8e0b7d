import { isAnswerTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { refusalNames, type RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Refused } from './effect.ts'

/** What is answered to a write that is said a second time, and was done the first time. */
const saidAgain: readonly RefusalName[] = [
  'unitNameTaken',
  'policyNameTaken',
  'memberNameTaken',
  'alreadyInOrganization',
  'inviteeInOrganization',
  'accountAlreadyThere',
  'accountNotInUnit',
  'sourceParentNotFound',
  'displaceFromRoot',
  'invitationDuplicate',
  'invitationAlreadyInState',
  'invitationWrongTransition',
  'policyAlreadyAttached',
  'policyTypeAlreadyEnabled',
  'serviceAlreadyTrusted',
  'delegateAlready',
  'delegateExists',
]

const ofInput = refusalNames.filter((name) => name.startsWith('invalid.'))

/**
 * Whether a refusal says that the request itself is none, by a code that the vendor has for that and not for what was
 * done already: so it was refused each time that it was said.
 */
export function isMalformed(
  { refusals }: Pick<Vendor, 'refusals'>,
  refused: Pick<Refused, 'reply' | 'operation'>,
): boolean {
  const answers = (name: RefusalName): boolean => isAnswerTo(refusals, name, refused)
  return ofInput.some(answers) && !saidAgain.some(answers)
}
