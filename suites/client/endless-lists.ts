import type { Operation, Pagination } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import type { Reply } from '../../specs/wire/wire.ts'
import type { LostReply } from './interaction.ts'
import { askedPage, entriesOf, namedPage } from './next-page.ts'

/** Remembers how lists go on, so that no run follows those without end again and again. */
export interface EndlessLists {
  /** whether it asks for a page that nobody expects the end behind */
  readonly isVain: (operation: Operation, input: Json) => boolean
  /** hears what a page came to */
  readonly heard: (operation: Operation, input: Json, reply: Reply | LostReply) => void
}

/** So many pages behind the first ones, of operations whose lists have not come to an end since. */
export const mostPages = 1000

/** Nothing is known of any list yet. */
export function endlessLists(): EndlessLists {
  const open = new Map<string, number>()
  return {
    isVain: ({ pagination }, input) =>
      pagination !== undefined &&
      askedPage(pagination, input) !== undefined &&
      [...open.values()].reduce((sum, pages) => sum + pages, 0) >= mostPages,
    heard: (operation, input, reply) => {
      const { name, pagination } = operation
      if (pagination === undefined || reply.kind !== 'output') return
      if (askedPage(pagination, input) === undefined) return
      if (!goesOn(pagination, reply.output)) open.delete(name)
      // a token that comes again ends the reading by itself
      else if (!comesAgain(operation, input, reply)) open.set(name, (open.get(name) ?? 0) + 1)
    },
  }
}

/** Whether a page names itself as the next one. */
export function comesAgain(
  { pagination }: Operation,
  input: Json,
  reply: Reply | LostReply,
): boolean {
  if (pagination === undefined || reply.kind !== 'output') return false
  const asked = askedPage(pagination, input)
  return asked !== undefined && asked === namedPage(pagination, reply.output)
}

/** A list whose pages are asked for by counting ends with an empty one. */
const goesOn = (pagination: Pagination, output: Json): boolean =>
  pagination.next === undefined
    ? entriesOf(pagination, output).length > 0
    : namedPage(pagination, output) !== undefined
