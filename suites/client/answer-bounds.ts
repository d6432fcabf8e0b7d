import type { Answer } from '../../specs/wire/wire.ts'
import { inThousands } from './in-thousands.ts'
import { weigh } from './weigh.ts'

/** What an answer may hold, and all large ones of a run together. */
export interface AnswerBounds {
  /** lines of its header; 100 unless said: Python's `http.client` reads no more */
  readonly headers?: number
  /** lists and objects within each other; 1,000 unless said: Jackson reads no more */
  readonly depth?: number
  /** characters of one string; 128 Ki unless said: thrice the longest policy that any of the services takes */
  readonly text?: number
  /** what the large answers of a line may weigh together; 32 MiB unless said */
  readonly large?: number
}

const standard = {
  headers: 100,
  depth: 1000,
  text: 128 * 1024,
  large: 32 * 1024 * 1024,
} as const satisfies AnswerBounds

/** What lighter answers weigh is not counted: whatever a service has to say, page by page. */
const light = 32 * 1024

/** Headers as a connection has them: those that came several times in a list. */
type CameHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** Holds what comes over one line against what is read: each says what is too much, undefined where nothing is. */
export interface BoundedReading {
  readonly excessOfHead: (headers: CameHeaders) => string | undefined
  /** the body is the whole one, and counts from now on */
  readonly excessOfBody: (body: Answer['body']) => string | undefined
}

/** Begins to count what is read over a line. */
export function boundedReading(bounds: AnswerBounds): BoundedReading {
  const { headers: mostHeaders, depth: deepest, text, large } = { ...standard, ...bounds }
  let read = 0
  return {
    excessOfHead: (headers) => {
      const lines = Object.values(headers).flat().length
      return lines > mostHeaders ? told(lines, 'headers', mostHeaders) : undefined
    },
    excessOfBody: (body) => {
      const { weight, depth, longest } = weigh(body)
      if (depth > deepest) return told(depth, 'levels of nesting', deepest)
      if (longest > text) return told(longest, 'characters in one text', text)
      if (weight <= light) return undefined
      if (read + weight > large) {
        return `more than ${inThousands(light)} bytes, after others that came to ${inThousands(large)}`
      }
      read += weight
      return undefined
    },
  }
}

const told = (came: number, what: string, most: number): string =>
  `${inThousands(came)} ${what}: no more than ${inThousands(most)} are read`
