import { isJsonText, isObject, type Json } from '../contract/json.ts'

/** What stands for a sentence of a document: facts may be kept, sentences may not. */
export const sentencePlaceholder = 'text of the example'

/** A value without sentences, and the JSON pointers (RFC 6901) of the texts that gave way. */
export interface Masked<Value extends Json> {
  readonly value: Value
  readonly masked: readonly string[]
}

/** Names have three words at most; JSON in a text (a policy's content) is no sentence. */
export function maskSentences<Value extends Json>(value: Value): Masked<Value> {
  const masked: string[] = []
  const maskAt = (part: Json, pointer: string): Json => {
    if (Array.isArray(part)) return part.map((item: Json, at) => maskAt(item, `${pointer}/${at}`))
    if (isObject(part)) {
      const members = Object.entries(part)
      return Object.fromEntries(
        members.map(([name, member]) => [name, maskAt(member, `${pointer}/${name}`)]),
      )
    }
    if (typeof part !== 'string' || !isSentence(part)) return part
    masked.push(pointer)
    return sentencePlaceholder
  }
  return { value: maskAt(value, '') as Value, masked }
}

const isSentence = (text: string): boolean =>
  text.trim().split(/\s+/u).length > 3 && !isJsonText(text)
