import { createHash, createHmac, hash, timingSafeEqual, type Hash, type Hmac } from 'node:crypto'

import type { Message } from './wire.ts'

/** SHA-256, keyed or not; a class because @smithy/signature-v4 constructs it. */
export class Sha256 {
  readonly #hash: Hash | Hmac

  constructor(key?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(key))
  }

  update(data: Uint8Array): void {
    this.#hash.update(data)
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest())
  }
}

const bytesOf = (key: string | ArrayBuffer | ArrayBufferView): string | Uint8Array => {
  if (typeof key === 'string') return key
  if (key instanceof ArrayBuffer) return new Uint8Array(key)
  return new Uint8Array(key.buffer, key.byteOffset, key.byteLength)
}

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
