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
    heard: ({ name, pagination }, input, reply) => {
      if (pagination === undefined || reply.kind !== 'output') return
      const asked = askedPage(pagination, input)
      if (asked === undefined) return
      if (!goesOn(pagination, reply.output)) open.delete(name)
      // a token that comes again ends the reading by itself
      else if (namedPage(pagination, reply.output) !== asked) {
        open.set(name, (open.get(name) ?? 0) + 1)
      }
    },
  }
}

/** A list whose pages are asked for by counting ends with an empty one. */
const goesOn = (pagination: Pagination, output: Json): boolean =>
  pagination.next === undefined
    ? entriesOf(pagination, output).length > 0
    : namedPage(pagination, output) !== undefined
