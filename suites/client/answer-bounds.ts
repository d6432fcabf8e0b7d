import type { Answer } from '../../specs/wire/wire.ts'
import type { CameHeaders } from './ask-line.ts'
import { inThousands } from './in-thousands.ts'
import { weigh } from './weigh.ts'

/** What an answer may hold, and all that is kept of a run at a time. */
export interface AnswerBounds {
  /** lines of its header; 100 unless said: Python's `http.client` reads no more */
  readonly headers?: number
  /** lists and objects within each other; 1,000 unless said: Jackson reads no more */
  readonly depth?: number
  /** characters of one string; 128 Ki unless said: thrice the longest policy that any of the services takes */
  readonly text?: number
  /** characters that are kept at a time, beyond which only small answers are read; 4 Mi unless said */
  readonly kept?: number
}

const standard = {
  headers: 100,
  depth: 1000,
  text: 128 * 1024,
  kept: 4 * 1024 * 1024,
} as const satisfies AnswerBounds

/** Characters that may be kept where one case is played at a time: organizations that stand may be large. */
export const keptOfOneCase: number = 32 * 1024 * 1024

/** The weight of answers that are read whatever is kept: most of what a service has to say. */
const small = 4 * 1024

/** Holds what comes over one line against what is read: each says what is too much, undefined where nothing is. */
export interface BoundedReading {
  readonly excessOfHead: (headers: CameHeaders) => string | undefined
  readonly excessOfBody: (body: Answer['body']) => string | undefined
}

/**
 * Holds answers against bounds; `keeps` says how many characters are kept of those before. What lists everything of a large
 * organization again and again is read for as long as it is let go again.
 */
export function boundedReading(
  bounds: AnswerBounds,
  keeps: () => number = () => 0,
): BoundedReading {
  const { headers: mostHeaders, depth: deepest, text, kept } = { ...standard, ...bounds }
  return {
    excessOfHead: (headers) => {
      const lines = Object.values(headers).flat().length
      return lines > mostHeaders ? told(lines, 'headers', mostHeaders) : undefined
    },
    excessOfBody: (body) => {
      const { weight, depth, longest } = weigh(body)
      if (depth > deepest) return told(depth, 'levels of nesting', deepest)
      if (longest > text) return told(longest, 'characters in one text', text)
      if (weight <= small || keeps() + weight <= kept) return undefined
      return `${inThousands(weight)} bytes with the values in it, beside ${inThousands(keeps())} characters that are kept`
    },
  }
}

const told = (came: number, what: string, most: number): string =>
  `${inThousands(came)} ${what}: no more than ${inThousands(most)} are read`
