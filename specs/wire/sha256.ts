import { createHmac, hash, timingSafeEqual } from 'node:crypto'

import type { Message } from './wire.ts'

/** The SHA-256 of bytes, or of a text's UTF-8 bytes, in lower-case hexadecimal digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

/** The keyed hash (RFC 2104, with SHA-256) of a text's UTF-8 bytes. */
export function hmacSha256(key: string | Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** The SHA-256 of a body as it travels, in lower-case hexadecimal digits. */
export function bodyHash({ body, bytes }: Pick<Message, 'body' | 'bytes'>): string {
  return sha256Hex(bytes ?? body)
}

const digest = (text: string): Uint8Array => hash('sha256', text, 'buffer')

/** Whether two texts are equal, in a time that does not depend on where they differ. */
export function sameText(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right))
}
