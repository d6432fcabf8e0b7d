import { scalarsIn, type Json } from '../../specs/contract/json.ts'
import { unescaped } from '../../specs/wire/percent.ts'
import type { Exchange } from '../client/transcript.ts'

/** The texts and numbers that an endpoint has shown, each with the first exchange that did. */
export interface ShownValues {
  readonly hear: (exchange: Exchange) => void
  readonly first: (value: string) => number | undefined
  /** the latest exchange that was heard; 0 before the first */
  readonly latest: () => number
}

/** Longer texts are no ids. */
const longest = 256

/**
 * Remembers what an endpoint shows for as long as a session lasts: what stood before is known by its id. What an answer
 * only echoes is not of the endpoint, and how many there are of something is no id.
 */
export function openShownValues(): ShownValues {
  const known = new Map<string, number>()
  let latest = 0
  return {
    hear: ({ id, request, answer }) => {
      latest = id
      if (answer === undefined) return
      const sent = new Set([...scalarsOf(request.body), ...partsOf(request.path)])
      for (const value of scalarsOf(answer.body, withoutCounts)) {
        if (value.length <= longest && !sent.has(value) && !known.has(value)) known.set(value, id)
      }
    },
    first: (value) => known.get(value),
    latest: () => latest,
  }
}

/** A member that says how many there are is left out: sooner or later it is as large as anything. */
const withoutCounts = (name: string, value: unknown): unknown =>
  typeof value === 'number' && /(?:count|total)$/iu.test(name) ? null : value

const scalarsOf = (body: string, revive?: typeof withoutCounts): readonly string[] => {
  try {
    return scalarsIn(JSON.parse(body, revive) as Json)
  } catch {
    return []
  }
}

const partsOf = (path: string): readonly string[] => path.split(/[/?&=]/u).map(unescaped)
