import type { CaseRecord } from './case-record.ts'
import type { Opened } from './listener.ts'
import type { Carried } from './message-line.ts'
import type { Probe } from './probes.ts'
import { firstDifference, type Depth, type Difference, type Earlier } from './replay.ts'

/** The first message of a case that a mutant answers otherwise. */
export interface Sighting {
  readonly case: string
  readonly operation: string
  /** the message, where it is none of the suite's */
  readonly asked?: string
  /** what the right endpoint answers, and the mutant */
  readonly right: string
  readonly wrong: string
  /** whether it is the first that the case sends */
  readonly first: boolean
  /** where the two differ: places in the answer, positions in lists left out */
  readonly differs: readonly string[]
  /** the checks that this message decides */
  readonly checks: readonly string[]
}

/** Looks for a mutant in a case; undefined where all is answered the same, `reworded` where only sentences are other ones. */
export async function sightingIn(
  record: CaseRecord,
  opened: Opened,
  depth: Depth,
): Promise<Sighting | 'reworded' | undefined> {
  opened.board.turn(opened.board.on)
  const different = await firstDifference(record, opened, depth)
  if (different === undefined || different === 'reworded') return different
  const shown = showing(record, different)
  return shown && { ...shown, checks: record.decidedBy(different.index) }
}

/** Looks for a mutant among messages that the suite never sends; undefined where none is answered otherwise. */
export async function unaskedIn(
  probe: Probe,
  opened: Opened,
  depth: Depth,
): Promise<Sighting | undefined> {
  opened.board.turn(opened.board.on)
  const different = await firstDifference(probe, opened, depth)
  if (different === undefined || different === 'reworded') return undefined
  const shown = showing(probe, different)
  const sent = probe.passed[different.index]?.message
  return (
    shown && sent && { ...shown, asked: `${sent.method} ${sent.path} ${sent.body}`, checks: [] }
  )
}

const showing = (
  { case: { id }, passed, notes }: Earlier,
  { index, answer, differs }: Difference,
): Omit<Sighting, 'checks'> | undefined => {
  const one = passed[index]
  if (one?.answer === undefined) return undefined
  const heard = notes.get(one.message)?.heard
  return {
    case: id,
    operation: heard !== undefined && 'operation' in heard ? heard.operation : one.message.path,
    right: wordsOf(one.answer),
    first: index === 0,
    wrong: wordsOf(answer),
    differs,
  }
}

/** What tells one kind of difference from another. */
export function kindOf({ operation, differs }: Sighting): string {
  return `${operation} ${differs.join(' ')}`
}

const wordsOf = (answer: Carried): string =>
  'problem' in answer ? answer.problem : `${answer.status} ${answer.body}`
