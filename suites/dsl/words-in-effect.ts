import { isObject } from '../../specs/contract/json.ts'
import { documentOf } from '../verdict/document-of.ts'

/** The names of members that one document has and the other has not. */
export function wordsOf(one: string, other: string): readonly string[] {
  const others = namesIn(documentOf(other))
  return namesIn(documentOf(one)).filter((name) => !others.includes(name))
}

/** The names of members of a document, however deep. */
export function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
}
