import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import { misframed } from './frame-notes.ts'
import type { FrameNote } from './wire.ts'

/** An error of a REST answer, and what clients tolerate in its envelope though the document says otherwise. */
export interface RestError {
  readonly code: string
  readonly message?: string
  readonly notes: readonly FrameNote[]
}

/** Spellings of the two members, the documented ones first; gateways and older services use the others. */
const spellings = [
  { code: 'error_code', message: 'error_msg' },
  { code: 'errorCode', message: 'errorMsg' },
  { code: 'code', message: 'message' },
] as const

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** The error that an envelope names; undefined when it names none. */
export function restError(object: JsonObject): RestError | undefined {
  const { error: inner } = object
  const places = isObject(inner) ? [object, inner] : [object]
  for (const [depth, place] of places.entries()) {
    for (const { code: member, message: worded } of spellings) {
      const code = text(place[member])
      if (code === undefined) continue
      const message = text(place[worded])
      return {
        code,
        ...(message === undefined ? {} : { message }),
        notes: notesOn({ member, worded, depth, wordless: message === undefined }),
      }
    }
  }
  return undefined
}

interface Envelope {
  readonly member: string
  readonly worded: string
  readonly depth: number
  readonly wordless: boolean
}

const notesOn = ({ member, worded, depth, wordless }: Envelope): readonly FrameNote[] =>
  [
    ...(member === 'error_code' ? [] : [`the error code is not in error_code but in ${member}`]),
    ...(depth === 0 ? [] : ['the error stands in a member error']),
    ...(wordless ? [`no text ${worded}`] : []),
  ].map(misframed)
