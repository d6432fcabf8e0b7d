import { describesMembers } from '../contract/answer-schema.ts'
import type { Operation } from '../contract/contract.ts'
import type { Answer } from './wire.ts'

/** Whether an operation answers anything: where it does not, `null` and white space are nothing, too. */
export function answersBody({ output }: Operation): boolean {
  return describesMembers(output)
}

/** Whether a body holds nothing, however it says so. */
export function isBare(body: string): boolean {
  const bare = body.trim()
  return bare === '' || bare === 'null'
}

/** Whether a status is that of an error: a larger number is no status at all (RFC 9110, section 15). */
export function isError({ status }: Answer): boolean {
  return status >= 400 && status < 600
}
