import type { JsonObject } from '../../contract/json.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import type { Field } from './field.ts'
import type { Operation } from './operation.ts'

/**
 * How an operation is paged: by a marker that `page_info` hands on, or by counting from an offset; not at all
 * when it takes no `limit`. Throws with the line when it takes one, and neither way is whole.
 */
export function paginationOf(
  document: SourceDocument,
  { request, answer }: Operation,
): JsonObject | undefined {
  const query = request.find(({ table }) => table.title === 'Query Parameters')
  const names = query?.fields.map(({ name }) => name) ?? []
  if (query === undefined || !names.includes('limit')) return undefined
  const body = answer.flatMap(({ table, fields }) =>
    table.title === 'Response body parameters' ? fields : [],
  )
  const way = wayOf(names, body)
  const items = onlyList(body)
  if (items === undefined || way === undefined) {
    throw documentError(document, query.table.span.from, 'one list, and a way from page to page')
  }
  return { ...way, size: 'limit', items }
}

const onlyList = (fields: readonly Field[]): string | undefined => {
  const lists = fields.filter(({ type }) => type.kind === 'list')
  return lists.length === 1 ? lists[0]?.name : undefined
}

const wayOf = (query: readonly string[], answer: readonly Field[]): JsonObject | undefined => {
  const has = (name: string): boolean => answer.some((field) => field.name === name)
  if (query.includes('marker') && has('page_info')) {
    return { token: 'marker', next: 'page_info.next_marker' }
  }
  return query.includes('offset') && has('total_count') ? { token: 'offset' } : undefined
}
