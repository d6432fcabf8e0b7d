import { integer, member, page, record, wrapped, text, mapped } from '../../../vendor/lens.ts'
import type { Lens, Member } from '../../../vendor/lens.ts'
import type { Page, Paging } from '../../../vocabulary/nouns.ts'

/** `MaxResults` and `NextToken`, as 15 of the 16 listing operations take them. */
export const paging: { readonly size: Member<number>; readonly token: Member<string> } = {
  size: member('MaxResults', integer),
  token: member('NextToken'),
}

/** Takes nothing but which page. */
export const pageOnly: Lens<Paging> = record<Paging>(paging)

/** A page whose entries stand under `items`. */
export function listed<T>(items: string, entry: Lens<T>): Lens<Page<T>> {
  return page(items, 'NextToken', entry)
}

/** Takes one id and nothing else: `key` in the vocabulary, `name` on the wire. */
export function only<K extends string>(key: K, name: string): Lens<{ readonly [P in K]: string }> {
  return mapped<{ readonly [P in K]: string }, string>(
    wrapped(name, text),
    (value) => value[key],
    (id) => ({ [key]: id }) as { readonly [P in K]: string },
  )
}
