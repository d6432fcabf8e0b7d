import type { Pagination } from '../../specs/contract/contract.ts'
import { isObject, type Json } from '../../specs/contract/json.ts'
import { own } from '../../specs/contract/own.ts'

/** What a page of a list is asked for with. */
export type PageToken = string | number

/** What an input asks for a further page with; undefined where it asks for the first one. */
export function askedPage({ token }: Pagination, input: Json): PageToken | undefined {
  return isObject(input) ? tokenOf(input[token]) : undefined
}

/** What an answer names the next page with; undefined where it is the last, or where entries are counted. */
export function namedPage({ next }: Pagination, output: Json): PageToken | undefined {
  const value = next?.split('.').reduce<Json | undefined>(memberOf, output)
  return tokenOf(value)
}

/** The entries of a page. */
export function entriesOf({ items }: Pagination, output: Json): readonly Json[] {
  const entries = memberOf(output, items)
  return Array.isArray(entries) ? (entries as readonly Json[]) : []
}

const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  isObject(value) ? own(value, name) : undefined

/** An empty text names no page. */
const tokenOf = (value: Json | undefined): PageToken | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? value : undefined
