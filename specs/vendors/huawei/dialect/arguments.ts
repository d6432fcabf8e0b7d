import {
  integer,
  list,
  mapped,
  member,
  record,
  text,
  Unreadable,
  wrapped,
} from '../../../vendor/lens.ts'
import type { Lens, Member } from '../../../vendor/lens.ts'
import type { Page, Paging } from '../../../vocabulary/nouns.ts'

/** `limit` and `marker`, as 14 listing operations take them. */
export const paging: { readonly size: Member<number>; readonly token: Member<string> } = {
  size: member('limit', integer),
  token: member('marker'),
}

/** Takes nothing but which page. */
export const pageOnly: Lens<Paging> = record<Paging>(paging)

/** Takes one id and nothing else: `key` in the vocabulary, `name` on the wire. */
export function only<K extends string>(key: K, name: string): Lens<{ readonly [P in K]: string }> {
  return mapped<{ readonly [P in K]: string }, string>(
    wrapped(name, text),
    (value) => value[key],
    (id) => ({ [key]: id }) as { readonly [P in K]: string },
  )
}

interface PageInfo {
  readonly next?: string
  readonly count?: number
}

interface Sheet<T> {
  readonly items: readonly T[]
  readonly info?: PageInfo
}

const pageInfo: Lens<PageInfo> = {
  // the last page says so with a null (line 774)
  write: ({ next, count }) => ({ next_marker: next ?? null, current_count: count ?? null }),
  read: (json) =>
    record<PageInfo>({ next: member('next_marker'), count: member('current_count', integer) }).read(
      json,
    ),
}

/** A page whose entries stand under `items`, with `page_info` beside them. */
export function listed<T>(items: string, entry: Lens<T>): Lens<Page<T>> {
  const sheet = record<Sheet<T>>(
    { items: member(items, list(entry)), info: member('page_info', pageInfo) },
    ['items'],
  )
  return mapped<Page<T>, Sheet<T>>(
    sheet,
    (page) => ({
      items: page.items,
      info: { count: page.items.length, ...(page.next !== undefined && { next: page.next }) },
    }),
    ({ items: entries, info }) => ({
      items: entries,
      ...(info?.next !== undefined && info.next !== '' && { next: info.next }),
    }),
  )
}

/** A list that comes whole. */
export function unpaged<T>(items: string, entry: Lens<T>): Lens<Page<T>> {
  return mapped<Page<T>, readonly T[]>(
    wrapped(items, list(entry)),
    (page) => page.items,
    (entries) => ({ items: entries }),
  )
}

/** `YYYY-MM-DDTHH:MM:SSZ` on the wire: seconds; the document shows the form only (line 462). */
export const instant: Lens<number> = {
  write: (at) => `${new Date(at).toISOString().slice(0, 19)}Z`,
  read: (json) => {
    const at = Date.parse(text.read(json))
    if (Number.isNaN(at)) throw new Unreadable('', 'is no date and time')
    return at
  },
}
