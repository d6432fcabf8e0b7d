import { daysPass } from '../case/days-pass.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Following } from '../oracle/follow.ts'
import type { Disorder } from '../oracle/linearize.ts'
import { NotSent, NotSettled, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { momentsOf, type Script, type Step } from './script.ts'
import { openStage, type StageParts } from './stage.ts'

/** A step that was said, and what came. */
export interface Line {
  readonly step: Step
  readonly came: string
}

/** Where a script came to something else than the rules say. */
export interface Found {
  /** the same whenever it is the same */
  readonly key: string
  readonly place: string
  readonly expected: string
  readonly received: string
}

/** What a play of a script came to. */
export interface Played {
  readonly lines: readonly Line[]
  readonly found?: Found
  /** the ids of its exchanges */
  readonly exchanges: readonly number[]
  /** whether anything was compared */
  readonly compared: boolean
}

/** In days. */
const hour = 1 / 24

/** Plays a script in accounts of its own, until an answer is not what the rules say. Throws `NotSent` when the run is stopped. */
export async function playScript(script: Script, parts: StageParts): Promise<Played> {
  const exchanges: number[] = []
  const heard = (interaction: Interaction): void => {
    exchanges.push(interaction.exchange.id)
    parts.heard(interaction)
  }
  const { say, following } = openStage({ ...parts, heard })
  const lines: Line[] = []
  let found: Found | undefined
  for (const moment of momentsOf(script)) {
    for (const { days } of moment) if (days !== undefined) await daysPass(parts, days + hour)
    const came = await Promise.all(moment.map((step) => lineOf(step, say)))
    lines.push(...came.map(({ line }) => line))
    found = foundBy(following)
    if (found !== undefined || following.isLost() || came.some(({ ended }) => ended)) break
  }
  const compared = following.observations().some((one) => one.compared.size > 0)
  return { lines, exchanges, compared, ...(found && { found }) }
}

interface Said {
  readonly line: Line
  /** nobody can tell what came of it: nothing can follow */
  readonly ended: boolean
}

const lineOf = async (
  step: Step,
  say: (step: Step) => Promise<Outcome<unknown>>,
): Promise<Said> => {
  try {
    const outcome = await say(step)
    return { line: { step, came: cameOf(step, outcome) }, ended: false }
  } catch (error) {
    const isOpen = error instanceof NotSettled || error instanceof PrerequisiteMissing
    if (!isOpen || error instanceof NotSent) throw error
    return { line: { step, came: error.message }, ended: true }
  }
}

const cameOf = ({ calls }: Step, outcome: Outcome<unknown>): string => {
  if (outcome.kind === 'done') return calls === undefined ? 'done' : `‹${calls}›`
  if (outcome.kind === 'refused') return `refused: ${outcome.reply.code}`
  return `${outcome.kind}: ${outcome.problem}`
}

const foundBy = ({
  observations,
  disorder,
}: Pick<Following, 'observations' | 'disorder'>): Found | undefined => {
  const disordered = disorder()
  if (disordered !== undefined) return foundIn(disordered)
  for (const { operation, differences } of observations()) {
    for (const { member, kind, expected, received } of differences) {
      const place = `${operation} ${member}`
      return { key: `${place} ${kind}`, place, expected, received }
    }
  }
  return undefined
}

/** What no order explains, as it differs in the order in which it came. */
const foundIn = ({ sent, observed }: Disorder): Found => {
  const operations = sent.map(({ heard }) => heard.operation).toSorted()
  const [difference] = observed.flatMap(({ differences }) => differences)
  const { expected = '', received = 'answers of no order' } = difference ?? {}
  return {
    key: `order ${operations.join(' ')}`,
    place: operations.join(' and '),
    expected: `answers as of one after the other, in some order: as they came, ${expected}`,
    received,
  }
}
