import type { JsonObject } from '../contract/json.ts'
import { misframed } from './frame-notes.ts'
import { wordOf } from './sub-code.ts'
import type { Answer, FrameNote } from './wire.ts'

/** An error name and where it stood. */
export interface NamedError {
  readonly code: string
  readonly source: '__type' | 'code' | 'x-amzn-errortype'
}

const bare = (name: string): string => (name.split(':')[0] ?? '').replace(/^.*#/, '').trim()

/**
 * The error names of an answer, in the order in which they count; namespace (up to `#`) and address
 * (from `:`) are cut off. Smithy, "AWS JSON 1.1 protocol", operation error serialization.
 */
export function errorNames(answer: Answer, object: JsonObject): readonly NamedError[] {
  const candidates = [
    { source: '__type', name: object['__type'] },
    { source: 'code', name: object['code'] },
    { source: 'x-amzn-errortype', name: answer.headers['x-amzn-errortype'] },
  ] as const
  return candidates.flatMap(({ source, name }) =>
    typeof name === 'string' && bare(name) !== '' ? [{ source, code: bare(name) }] : [],
  )
}

const text = (object: JsonObject, member: string): string | undefined => {
  const value = object[member]
  return typeof value === 'string' ? value : undefined
}

/** The texts of an error envelope. */
export interface ErrorTexts {
  readonly message?: string
  readonly reason?: string
}

/** The message (either spelling) and the reason of an error envelope, without the parameter that it speaks of. */
export function errorTexts(object: JsonObject): ErrorTexts {
  const message = text(object, 'Message') ?? text(object, 'message')
  const reason = text(object, 'Reason')
  return {
    ...(message === undefined ? {} : { message }),
    ...(reason === undefined ? {} : { reason: wordOf(reason) }),
  }
}

/** Whether an envelope has a member: one that is null is absent (Smithy, "AWS JSON 1.1 protocol", null in structures). */
const has = (object: JsonObject, member: string): boolean =>
  object[member] !== undefined && object[member] !== null

const wrongTypes = (object: JsonObject): readonly string[] =>
  ['Message', 'message', 'Reason']
    .filter((member) => has(object, member) && text(object, member) === undefined)
    .map((member) => `${member} is not a string`)

const nameNotes = (names: readonly NamedError[]): readonly string[] => {
  const [first, ...others] = names
  if (first === undefined) return []
  const differing = others
    .filter((other) => other.code !== first.code)
    .map((other) => `${other.source} says ${other.code}, ${first.source} says ${first.code}`)
  return first.source === '__type'
    ? differing
    : [`the error name is not in __type but in ${first.source}`, ...differing]
}

/** Whatever text there is stands in one of two members: an envelope with neither has it elsewhere, or says nothing. */
const textNotes = (object: JsonObject): readonly string[] => {
  if (has(object, 'Message')) return []
  return has(object, 'message') ? ['the member Message is spelled message'] : ['no member Message']
}

/** What clients tolerate in an error envelope though the protocol or the model says otherwise. */
export function errorNotes(object: JsonObject, names: readonly NamedError[]): readonly FrameNote[] {
  return [...nameNotes(names), ...wrongTypes(object), ...textNotes(object)].map(misframed)
}
