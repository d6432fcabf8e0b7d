import { isObject, type JsonObject } from '../contract/json.ts'
import { excerpt } from './excerpt.ts'
import type { Message, Show } from './wire.ts'

/** The longest description of a body that is no JSON object, in characters. */
export const problemLength = 80

/** A body read as a JSON object, or why it is none. */
export type BodyRead = { readonly object: JsonObject } | { readonly problem: string }

const asItIs: Show = (text) => text

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}

/** Where parsing stopped, when the engine says so; it names no position for some wrong tokens. */
const placeOf = (error: unknown, body: string): string => {
  const text = error instanceof Error ? error.message : ''
  const position = /at position (\d+)/.exec(text)?.[1]
  if (position !== undefined) return `broken JSON at position ${position}`
  return /end of JSON input/.test(text) ? `JSON cut off at position ${body.length}` : 'not JSON'
}

const markup = (body: string): string | undefined => {
  const start = body.trimStart().slice(0, 15).toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'an HTML page'
  return start.startsWith('<') ? 'XML, not JSON' : undefined
}

/**
 * Reads a body that must be one JSON object (RFC 8259). The problem is at most 80 printable
 * characters: what it is instead, the position if known, and the first characters of what `show` makes
 * of the whole body, escaped. Never throws.
 */
export function readObject(body: string, show: Show = asItIs): BodyRead {
  if (body === '') return { problem: 'an empty body' }
  const described = (what: string): BodyRead => describedAs(what, show(body))
  const tagged = markup(body)
  if (tagged !== undefined) return describedAs(tagged, titleOf(show(body)) ?? show(body))
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? { object: value } : described(`${kindOf(value)}, not an object`)
  } catch (error) {
    return described(placeOf(error, body))
  }
}

/** Reads the body of a message like `readObject`; bytes that are no UTF-8 are no JSON (RFC 8259, section 8.1). */
export function readMessageObject({ body, bytes }: Pick<Message, 'body' | 'bytes'>): BodyRead {
  return bytes === undefined ? readObject(body) : describedAs('bytes that are no UTF-8', body)
}

/** A page is known by its title. */
const titleOf = (page: string): string | undefined =>
  /<title[^>]*>\s*([^<]+?)\s*<\/title>/iu.exec(page)?.[1]

const describedAs = (what: string, shown: string): BodyRead => ({
  problem: `${what}: ${excerpt(shown, problemLength - what.length - 2)}`,
})
