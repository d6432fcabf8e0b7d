import type { CaseRecord } from './honest-record.ts'
import type { Opened } from './listener.ts'
import type { Carried } from './message-line.ts'
import { firstDifference, type Depth } from './replay.ts'

/** The first message of a case that a mutant answers otherwise. */
export interface Sighting {
  readonly case: string
  readonly operation: string
  /** what the right endpoint answers, and the mutant */
  readonly right: string
  readonly wrong: string
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
  const passed = record.passed[different.index]
  if (passed?.answer === undefined) return undefined
  const heard = record.notes.get(passed.message)?.heard
  return {
    case: record.case.id,
    operation: heard !== undefined && 'operation' in heard ? heard.operation : passed.message.path,
    right: wordsOf(passed.answer),
    wrong: wordsOf(different.answer),
    differs: different.differs,
    checks: record.decidedBy(different.index),
  }
}

/** What tells one kind of difference from another. */
export function kindOf({ operation, differs }: Sighting): string {
  return `${operation} ${differs.join(' ')}`
}

const wordsOf = (answer: Carried): string =>
  'problem' in answer ? answer.problem : `${answer.status} ${answer.body}`
