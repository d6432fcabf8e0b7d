import type { Case } from '../../suites/case/case.ts'
import { start } from '../selftest/shared-clock.ts'
import { differencesOf, isSame } from './differences.ts'
import { listenerFor, type Opened } from './listener.ts'
import { carry, type Carried, type Passed } from './message-line.ts'
import { drawsOf, listening, remembering, wasDecided } from './overheard.ts'
import type { Play } from './play.ts'

/**
 * How much of an endpoint is asked again. `whole`: all of it. `heard`: what it makes of a message before it decides is
 * remembered. `decided`: and messages that nothing was to be decided of are left out.
 */
export type Depth = 'whole' | 'heard' | 'decided'

/** A message that is answered otherwise: its number, the answer, and where it differs. */
export interface Difference {
  readonly index: number
  readonly answer: Carried
  readonly differs: readonly string[]
}

/** What passed in an earlier play of a case. */
export interface Earlier extends Pick<Play, 'passed' | 'notes'> {
  readonly case: Case
}

/**
 * Sends what passed in an earlier play to a fresh endpoint until an answer is another one: the suite says the same for as
 * long as it is answered the same. The message that is answered otherwise; `reworded` where only sentences are other ones.
 */
export async function firstDifference(
  earlier: Earlier,
  opened: Opened,
  depth: Depth,
): Promise<Difference | 'reworded' | undefined> {
  const { passed, notes } = earlier
  let now = start
  let reworded = false
  const draws = drawsOf(earlier.case.id, passed)
  const steps = depth === 'whole' ? listening(new WeakMap(), draws) : remembering(notes, draws)
  const listener = listenerFor(opened, { clock: () => now, draws, steps })
  for (const [index, one] of passed.entries()) {
    if (depth === 'decided' && !wasDecided(notes.get(one.message))) continue
    now = one.at
    const answer = await carry(listener, one.message)
    const differs = compared(one, answer)
    if (differs === undefined) continue
    if (differs.length > 0) return { index, answer, differs }
    reworded = true
  }
  return reworded ? 'reworded' : undefined
}

/** Where an answer differs from the earlier one; nowhere that counts where the list is empty. */
const compared = ({ answer }: Passed, other: Carried): readonly string[] | undefined => {
  if (answer === undefined) return ['nothing was answered']
  return isSame(answer, other) ? undefined : differencesOf(answer, other)
}
