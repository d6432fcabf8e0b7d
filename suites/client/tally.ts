import type { WayToFail } from './superseded.ts'

/** How the calls of a client went that were not answered at once. */
export interface TallyCounts {
  readonly calls: number
  /** answers, whatever they said but that the endpoint is busy */
  readonly answers: number
  /** answered, but only when they were repeated: by the worst that came before */
  readonly flaky: Readonly<Record<WayToFail, number>>
  /** answers that the endpoint is busy */
  readonly busy: number
}

/** Counts calls, and remembers which trouble does not pass. */
export interface Tally {
  readonly counts: () => TallyCounts
  readonly busy: () => void
  readonly answered: () => void
  /** a call came to its end; `worst` is what came to its tries before the last one, if there were any */
  readonly ended: (answered: boolean, worst?: WayToFail) => void
  /** whether the trouble has come to every try of a call of that operation: it will not pass */
  readonly lasts: (operation: string, trouble: string) => boolean
  /** the same trouble came to every try; or, where none is named, one after the other */
  readonly lasted: (operation: string, trouble?: string) => void
  /** what an operation came to was only seen by a look; whether that is so each time, and no answer ever tells */
  readonly unanswered: (operation: string) => boolean
  /** an operation told what came of it */
  readonly told: (operation: string) => void
  /** an operation was answered clearly, be it by a refusal: no trouble of it lasts */
  readonly clear: (operation: string) => void
  /** an operation was busy for as long as a call of it was repeated: later ones are sent once, until one is answered */
  readonly wore: (operation: string) => void
  readonly isWorn: (operation: string) => boolean
  /** how often a call of an operation is sent at most that is busy: half as often each time that it was so in vain, but thrice */
  readonly triesFor: (operation: string, most: number) => number
}

/** Writes in a row that were done while no answer said so: one of them may be chance. */
const silence = 3

/** How often a call is sent at least that is busy each time. */
const leastTries = 3

/** Stands for one trouble after the other. */
const any = ''

/** An empty tally. */
export function openTally(): Tally {
  let counts: TallyCounts = {
    calls: 0,
    answers: 0,
    flaky: { throttled: 0, unclear: 0, lost: 0 },
    busy: 0,
  }
  const lasting = new Map<string, Set<string>>()
  const { mend, ...wear } = openWear()
  const silent = new Map<string, number>()
  return {
    counts: () => counts,
    busy: () => void (counts = { ...counts, busy: counts.busy + 1 }),
    answered: () => void (counts = { ...counts, answers: counts.answers + 1 }),
    ended: (answered, worst) => {
      counts = { ...counts, calls: counts.calls + 1 }
      if (!answered || worst === undefined) return
      counts = { ...counts, flaky: { ...counts.flaky, [worst]: counts.flaky[worst] + 1 } }
    },
    lasts: (operation, trouble) => {
      const known = lasting.get(operation)
      return known !== undefined && (known.has(any) || known.has(trouble))
    },
    lasted: (operation, trouble = any) => {
      lasting.set(operation, new Set([...(lasting.get(operation) ?? []), trouble]))
    },
    unanswered: (operation) => {
      const times = (silent.get(operation) ?? 0) + 1
      silent.set(operation, times)
      return times >= silence
    },
    told: (operation) => void silent.delete(operation),
    clear: (operation) => {
      lasting.delete(operation)
      mend(operation)
    },
    ...wear,
  }
}

interface Wear extends Pick<Tally, 'wore' | 'isWorn' | 'triesFor'> {
  readonly mend: (operation: string) => void
}

/** Which operations are busy each time. */
const openWear = (): Wear => {
  const worn = new Set<string>()
  const vain = new Map<string, number>()
  return {
    wore: (operation) => {
      worn.add(operation)
      vain.set(operation, (vain.get(operation) ?? 0) + 1)
    },
    isWorn: (operation) => worn.has(operation),
    triesFor: (operation, most) => Math.max(leastTries, most / 2 ** (vain.get(operation) ?? 0)),
    mend: (operation) => void worn.delete(operation),
  }
}
