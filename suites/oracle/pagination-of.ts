import type { Operation, Pagination } from '../../specs/contract/contract.ts'
import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import type { DialectRow } from '../../specs/vendor/dialect.ts'
import type { Args, Verb } from '../../specs/vocabulary/verbs.ts'

/** Numbers by which members are known again. */
const probe = { size: 7, token: '11' } as Args<Verb>
const sizeText = '7'
const tokenText = '11'

/**
 * How a list is paged: as the contract says or, where the vendor counts entries, as its dialect writes pages. `output` is
 * one that is told whole.
 */
export function paginationOf(
  { pagination }: Operation,
  row: DialectRow<Verb>,
  output: JsonObject,
): Pagination | undefined {
  if (pagination !== undefined) return pagination
  const items = Object.keys(output).find((name) => Array.isArray(output[name]))
  const input = row.args.write(probe)
  if (items === undefined || !isObject(input)) return undefined
  const named = (value: string): string | undefined =>
    Object.keys(input).find((name) => JSON.stringify(input[name])?.replaceAll('"', '') === value)
  const [size, token] = [named(sizeText), named(tokenText)]
  if (token === undefined) return undefined
  return { token, items, ...(size !== undefined && { size }) }
}
