import { isObject, type Json } from '../../specs/contract/json.ts'
import type { Carried } from './message-line.ts'

/**
 * Where two answers to the same message differ: places in the answer, positions in lists left out. Sentences of errors and
 * the values of request ids are the endpoint's own: that there are none is a difference, that they are others is none.
 */
export function differencesOf(one: Carried, other: Carried): readonly string[] {
  return [...new Set(differences('', factsOf(one), factsOf(other)))]
}

/** Whether two answers are the same, word by word. */
export function isSame(one: Carried, other: Carried): boolean {
  if ('problem' in one || 'problem' in other) return false
  return (
    one.status === other.status &&
    one.body === other.body &&
    JSON.stringify(one.headers) === JSON.stringify(other.headers)
  )
}

const factsOf = (answer: Carried): Json => {
  if ('problem' in answer) return { problem: answer.problem }
  const { status, headers, body } = answer
  const { 'content-length': _, ...telling } = headers
  return { status, headers: plain(telling), body: plain(parsed(body)) }
}

const parsed = (body: string): Json => {
  try {
    return JSON.parse(body) as Json
  } catch {
    return body
  }
}

/** Members that hold what is the endpoint's own, in every envelope that there is. */
const ownValue = /request-?id$/iu
const sentence = /^(message|error_msg)$/iu

const plain = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(plain)
  if (!isObject(value)) return value
  const isError = Object.keys(value).some((name) => /^(__type|code|error_code)$/iu.test(name))
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const free = ownValue.test(name) || (isError && sentence.test(name))
      return [name, free && typeof member === 'string' && member !== '' ? '…' : plain(member)]
    }),
  )
}

const differences = (
  place: string,
  one: Json | undefined,
  other: Json | undefined,
): readonly string[] => {
  if (Array.isArray(one) && Array.isArray(other)) {
    const counted = one.length === other.length ? [] : [`${place}#`]
    const items = one.slice(0, other.length) as readonly Json[]
    return [
      ...counted,
      ...items.flatMap((item, at) => differences(`${place}[]`, item, other[at] as Json)),
    ]
  }
  if (!isObject(one) || !isObject(other)) return one === other ? [] : [place]
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].flatMap((name) => differences(`${place}/${name}`, one[name], other[name]))
}
