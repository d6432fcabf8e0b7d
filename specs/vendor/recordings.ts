import { readFileSync } from 'node:fs'

import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import type { VendorId } from './vendor.ts'

/** Who asked, in the words of the recordings. */
export type RecordedCaller = 'management' | 'member' | 'delegate' | 'sender' | 'recipient'

/** What somebody asked a real service, and what it answered (specs/schemas/recorded-exchanges.schema.json). */
export interface RecordedExchange {
  readonly case: string
  readonly operation: string
  readonly caller?: RecordedCaller
  /** what stood before, one thing after the other */
  readonly given?: readonly string[]
  readonly input?: JsonObject
  readonly open?: readonly string[]
  readonly answer?: {
    readonly partial?: true
    readonly members?: readonly string[]
    readonly values?: Readonly<Record<string, Json>>
  }
  readonly refusal?: { readonly code: string; readonly reason?: string }
}

/** Cases, and why it is so. */
export interface CasesBecause {
  readonly cases: readonly string[]
  readonly because: string
}

/** All that was recorded of a vendor's real service. */
export interface Recordings {
  readonly vendor: VendorId
  /** operations that the document does not have, and why */
  readonly leftOut: readonly { readonly operation: string; readonly because: string }[]
  /** what can not be asked again, and why */
  readonly unsaid: readonly CasesBecause[]
  /** what the embedded endpoint answers otherwise, and who demands it */
  readonly differences: readonly (CasesBecause & { readonly answered: string })[]
  readonly exchanges: readonly RecordedExchange[]
}

/** For tests: the recordings of a vendor. */
export function readRecordings(vendor: string): Recordings {
  const file = new URL(`../../fixtures/recorded/${vendor}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Recordings
}

/** The input as it was sent, with the ids of the world it is sent to, and long texts in full. */
export function inputFor(exchange: RecordedExchange, idOf: (text: string) => string): JsonObject {
  return sent(exchange.input ?? {}, idOf) as JsonObject
}

const sent = (value: Json, idOf: (text: string) => string): Json => {
  if (typeof value === 'string') return idOf(value)
  if (Array.isArray(value)) return value.map((one: Json) => sent(one, idOf))
  if (!isObject(value)) return value
  if (typeof value['repeat'] === 'string') return value['repeat'].repeat(Number(value['times']))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sent(part, idOf)]))
}
