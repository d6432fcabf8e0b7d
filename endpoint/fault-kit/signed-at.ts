import { readBasicDate } from '../../specs/wire/basic-date.ts'
import type { MessageHead } from '../../specs/wire/wire.ts'

/** When a message says that it was signed: in seconds since 1970, or as a basic ISO 8601 date. */
export function signedAt({ headers }: MessageHead): Date | undefined {
  const seconds = headers['x-tc-timestamp']
  if (seconds !== undefined) return new Date(Number(seconds) * 1000)
  return readBasicDate(headers['x-amz-date'] ?? headers['x-sdk-date'] ?? '')
}
