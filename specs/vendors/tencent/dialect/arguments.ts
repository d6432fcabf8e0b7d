import { isObject } from '../../../contract/json.ts'
import { integer, mapped, member, Unreadable, wrapped } from '../../../vendor/lens.ts'
import type { Lens, Member } from '../../../vendor/lens.ts'
import { id } from './values.ts'

/** `Limit` and `Offset`, as the three paged actions take them. */
export const paging: { readonly size: Member<number>; readonly token: Member<string> } = {
  size: member('Limit', integer),
  token: member('Offset', mapped<string, number>(integer, Number, String)),
}

/** Takes one id and nothing else: `key` in the vocabulary, `name` on the wire. */
export function only<K extends string>(
  key: K,
  name: string,
  lens: Lens<string> = id,
): Lens<{ readonly [P in K]: string }> {
  return mapped<{ readonly [P in K]: string }, string>(
    wrapped(name, lens),
    (value) => value[key],
    (value) => ({ [key]: value }) as { readonly [P in K]: string },
  )
}

/** Adds a member that has always the same value to what a lens writes, and wants to read it. */
export function marked<T>(lens: Lens<T>, name: string, mark: number): Lens<T> {
  return {
    write: (value) => ({ ...(lens.write(value) as object), [name]: mark }),
    read: (json) => {
      if (!isObject(json) || json[name] !== mark) throw new Unreadable(`/${name}`, `is not ${mark}`)
      return lens.read(json)
    },
  }
}

/** The vendor answers nothing; what became of it has to be read elsewhere (workflows.ts). */
export function silent<T>(): Lens<T> {
  return { write: () => ({}), read: () => ({}) as T }
}
