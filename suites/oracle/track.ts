import type { Clock } from './clock.ts'
import type { Known } from './known.ts'
import { inAnyOrder, type Disorder, type Observation, type Sent } from './linearize.ts'
import type { Shadow } from './shadow.ts'

/** The model by the document, and as it is where the real service is seen to behave otherwise. */
export interface Model {
  readonly clock: Clock
  readonly shadow: Shadow
  /** opens the model by other readings, the likelier one first */
  readonly readings: readonly (() => Shadow)[]
}

/** What is known of a target, call by call. */
export interface Track extends Pick<Shadow, 'met'> {
  /** hears of calls that were under way at the same time, in the order in which they were answered */
  readonly heard: (sent: readonly Sent[]) => void
  /** nobody can tell any more what a call did */
  readonly lose: () => void
  readonly isLost: () => boolean
  readonly observations: () => readonly Observation[]
  /** the calls of which no order explains what they did: nothing is known behind them */
  readonly disorder: () => Disorder | undefined
}

/**
 * Follows a target by the document. Where it differs, it is looked whether another reading fits all that came so far: then
 * the target goes by that one.
 */
export function openTrack(shadow: Shadow, readings: Model['readings']): Track {
  const history: (readonly Sent[])[] = []
  let line = openLine(shadow)
  let others = readings
  const reconsider = (): void => {
    const fitting = others.map((open) => replayed(open(), history)).find((one) => one.fits())
    others = []
    history.length = 0
    if (fitting !== undefined) line = fitting
  }
  return {
    heard: (sent) => {
      // who has no other reading left looks back no more
      if (others.length > 0) history.push(sent)
      line.heard(sent)
      if (!line.fits() && others.length > 0) reconsider()
    },
    lose: () => line.lose(),
    isLost: () => line.isLost(),
    observations: () => line.observations,
    disorder: () => line.disorder(),
    met: () => line.met(),
  }
}

/** What is known by one reading. */
interface Line extends Omit<Track, 'observations'> {
  readonly observations: Observation[]
  readonly fits: () => boolean
}

const openLine = (shadow: Shadow): Line => {
  const observations: Observation[] = []
  let known: Known | undefined = shadow.start
  let disorder: Disorder | undefined
  let differs = false
  return {
    observations,
    met: shadow.met,
    fits: () => !differs && disorder === undefined,
    disorder: () => disorder,
    lose: () => void (known = undefined),
    isLost: () => known === undefined,
    heard: (sent) => {
      if (known === undefined) return
      const followed = inAnyOrder(shadow, known, sent)
      ;({ known, disorder } = followed)
      observations.push(...followed.observed)
      differs ||= followed.observed.some(({ differences }) => differences.length > 0)
    },
  }
}

const replayed = (shadow: Shadow, history: readonly (readonly Sent[])[]): Line => {
  const line = openLine(shadow)
  for (const sent of history) {
    if (!line.fits()) break
    line.heard(sent)
  }
  return line
}
