import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import type { Open, Page } from '../vocabulary/nouns.ts'

/** A value of the vocabulary seen as JSON of a vendor, readable in both directions. */
export interface Lens<T> {
  readonly write: (value: T) => Json
  /** Throws `Unreadable` when the JSON can not carry the meaning. */
  readonly read: (json: Json) => T
}

/** An answer that is JSON but lacks what its purpose needs. The pointer says where. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly pointer: string
  /** what is wrong there */
  readonly problem: string
  constructor(pointer: string, problem: string) {
    super(`${pointer === '' ? 'the whole' : pointer}: ${problem}`)
    this.pointer = pointer
    this.problem = problem
  }
}

/** One member of a record: its vendor name and the lens of its value. */
export interface Member<T> {
  readonly name: string
  readonly lens: Lens<T>
}

type Members<T> = { readonly [K in keyof T]-?: Member<Exclude<T[K], undefined>> }

/** Fails when a value is not of the type the vocabulary needs. */
const typed = <T extends Json>(type: 'string' | 'number' | 'boolean'): Lens<T> => ({
  write: (value) => value,
  read: (json) => {
    if (typeof json !== type) throw new Unreadable('', `is ${describe(json)}, not a ${type}`)
    return json as T
  },
})

const describe = (json: Json): string => {
  if (json === null) return 'null'
  if (Array.isArray(json)) return 'an array'
  return typeof json === 'object' ? 'an object' : `a ${typeof json}`
}

export const text: Lens<string> = typed<string>('string')
export const integer: Lens<number> = typed<number>('number')
export const flag: Lens<boolean> = typed<boolean>('boolean')

/** Seconds since 1970 on the wire, milliseconds in the vocabulary. */
export const seconds: Lens<number> = {
  write: (instant) => instant / 1000,
  read: (json) => Math.round(integer.read(json) * 1000),
}

/** A lens for a set of words that lets every other value through. */
export interface Words<T extends string> extends Lens<Open<T>> {
  readonly write: (value: Open<T>) => string
}

/** Words for words. A value without a word travels unchanged in both directions. */
export function words<T extends string>(pairs: Readonly<Record<T, string>>): Words<T> {
  const there = new Map(Object.entries<string>(pairs))
  const back = new Map([...there].map(([word, value]) => [value, word]))
  return {
    write: (value) => there.get(value) ?? value,
    read: (json) => {
      const value = text.read(json)
      return back.get(value) ?? value
    },
  }
}

/** Words in an argument: a contract checks an enum before anybody reads it, so nothing else is met. */
export function known<T extends string>(lens: Words<T>): Lens<T> {
  return lens as Lens<T>
}

/** A list, entry by entry. */
export function list<T>(entry: Lens<T>): Lens<readonly T[]> {
  return {
    write: (values) => values.map((value) => entry.write(value)),
    read: (json) => {
      if (!Array.isArray(json)) throw new Unreadable('', `is ${describe(json)}, not an array`)
      return json.map((value: Json, index) => within(String(index), () => entry.read(value)))
    },
  }
}

/** A member of a record under its vendor name; text unless a lens says otherwise. */
export function member(name: string): Member<string>
export function member<T>(name: string, lens: Lens<T>): Member<T>
export function member<T>(name: string, lens?: Lens<T>): Member<T> | Member<string> {
  return lens === undefined ? { name, lens: text } : { name, lens }
}

/**
 * An object, member by member. Absent and null members are absent in the vocabulary; those named in
 * `needed` must be there: without them the answer does not serve its purpose.
 */
export function record<T extends object>(
  members: Members<T>,
  needed: readonly (keyof T & string)[] = [],
): Lens<T> {
  const entries = Object.entries(members) as [keyof T & string, Member<unknown>][]
  return {
    write: (value) => writeRecord(entries, value),
    read: (json) => readRecord(entries, new Set<string>(needed), json) as T,
  }
}

const writeRecord = <T extends object>(
  entries: readonly [keyof T & string, Member<unknown>][],
  value: T,
): JsonObject => {
  const written: Record<string, Json> = {}
  for (const [key, { name, lens }] of entries) {
    const part: unknown = value[key]
    if (part !== undefined) written[name] = lens.write(part)
  }
  return written
}

const readRecord = (
  entries: readonly [string, Member<unknown>][],
  needed: ReadonlySet<string>,
  json: Json,
): Record<string, unknown> => {
  if (!isObject(json)) throw new Unreadable('', `is ${describe(json)}, not an object`)
  const value: Record<string, unknown> = {}
  for (const [key, { name, lens }] of entries) {
    const part = json[name]
    if (part !== undefined && part !== null) value[key] = within(name, () => lens.read(part))
    else if (needed.has(key)) throw new Unreadable(`/${name}`, 'is missing')
  }
  return value
}

/** Reads what lies below a step, so that a fault in it says where it is. Throws `Unreadable`. */
export function within<T>(step: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw new Unreadable(`/${step}${error.pointer}`, error.problem)
  }
}

/** An object whose one member is the value: `{"Account": …}`. */
export function wrapped<T>(name: string, lens: Lens<T>): Lens<T> {
  return {
    write: (value) => ({ [name]: lens.write(value) }),
    read: (json) => {
      const part = isObject(json) ? json[name] : undefined
      if (part === undefined || part === null) throw new Unreadable(`/${name}`, 'is missing')
      return within(name, () => lens.read(part))
    },
  }
}

/** A lens adapted by two functions of the vocabulary side. */
export function mapped<T, U>(
  lens: Lens<U>,
  outward: (value: T) => U,
  inward: (value: U) => T,
): Lens<T> {
  return {
    write: (value) => lens.write(outward(value)),
    read: (json) => inward(lens.read(json)),
  }
}

/** A lens that is looked up when it is used: for structures that hold themselves. */
export function deferred<T>(lens: () => Lens<T>): Lens<T> {
  return { write: (value) => lens().write(value), read: (json) => lens().read(json) }
}

/** A page of a list: the entries must be there, `next` only while there is more. */
export function page<T>(items: string, next: string, entry: Lens<T>): Lens<Page<T>> {
  return record<Omit<Page<T>, 'total'>>({ items: member(items, list(entry)), next: member(next) }, [
    'items',
  ])
}

/** Takes and answers nothing; whatever an endpoint adds is ignored. */
export const nothing: Lens<Readonly<Record<string, never>>> = record<
  Readonly<Record<string, never>>
>({})
