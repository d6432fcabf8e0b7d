import type { FrameNote } from './wire.ts'

/** A body that is said to be something else than the protocol has. */
export function wrongType(type: string | undefined, right: string): FrameNote {
  return { of: 'content-type', says: `content-type is ${type ?? 'absent'}, not ${right}` }
}

/** A header that ought to name the request, and is not there. */
export function noHeader(name: string): FrameNote {
  return { of: 'request-id', says: `no header ${name}` }
}

/** What an error envelope has otherwise than its protocol. */
export function misframed(says: string): FrameNote {
  return { of: 'envelope', says }
}

/** Whether nothing names the request: a header without a value is none. */
export function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === ''
}
