import { scalarsIn, type Json } from '../../specs/contract/json.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
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

/** What tells which values may be ids. */
interface Showing {
  readonly profile: Pick<Vendor['profile'], 'unknown'>
}

/**
 * Remembers what an endpoint shows for as long as a session lasts: what stood before is known by its id. What an answer
 * only echoes is not of the endpoint, and where ids are texts a number is a count.
 */
export function openShownValues({ profile }: Showing): ShownValues {
  const numbers = /^\d+$/u.test(profile.unknown['unit'] ?? '')
  const known = new Map<string, number>()
  let latest = 0
  return {
    hear: ({ id, request, answer }) => {
      latest = id
      if (answer === undefined) return
      const sent = new Set([...scalarsOf(request.body), ...partsOf(request.path)])
      for (const value of scalarsOf(answer.body, numbers)) {
        if (value.length <= longest && !sent.has(value) && !known.has(value)) known.set(value, id)
      }
    },
    first: (value) => known.get(value),
    latest: () => latest,
  }
}

const scalarsOf = (body: string, numbers = true): readonly string[] => {
  try {
    return scalarsIn(JSON.parse(body) as Json, numbers)
  } catch {
    return []
  }
}

const partsOf = (path: string): readonly string[] => path.split(/[/?&=]/u).map(unescaped)
