import { isObject, type Json, type JsonObject } from '../contract/json.ts'

/** How a vendor tells what the policies of a type come to. */
export interface EffectForm {
  /** the member of the document whose members are named by their users; names differ by more than their case */
  readonly list: string
  /** what each of those tells where no policy says it; `{name}` stands for how it is called */
  readonly absent: JsonObject
}

/** A document with names in small letters, so that names that differ in case alone are one. */
export function inSmallLetters(document: Json): Json {
  if (Array.isArray(document)) return document.map((part: Json) => inSmallLetters(part))
  if (!isObject(document)) return document
  const members = Object.entries(document).map(
    ([name, part]) => [name.toLowerCase(), inSmallLetters(part)] as const,
  )
  return Object.fromEntries(members)
}

/** A document in effect with what its vendor tells where no policy says it. */
export function completed({ list, absent }: EffectForm, document: Json): Json {
  const entries = isObject(document) ? document[list] : undefined
  if (!isObject(document) || !isObject(entries)) return document
  const whole = Object.entries(entries).map(([name, entry]) => [
    name,
    isObject(entry) ? { ...named(absent, name), ...entry } : entry,
  ])
  return { ...document, [list]: Object.fromEntries(whole) as JsonObject }
}

const named = (absent: JsonObject, name: string): JsonObject =>
  Object.fromEntries(
    Object.entries(absent).map(([member, value]) => [member, value === '{name}' ? name : value]),
  )
