import { isObject, type Json } from '../../specs/contract/json.ts'
import type { CaseRecord } from './honest-record.ts'
import type { Carried } from './message-line.ts'
import { firstDifference, type Depth, type Opened } from './play.ts'

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

/** Looks for a mutant in a case; undefined where all is answered the same. */
export async function sightingIn(
  record: CaseRecord,
  opened: Opened,
  depth: Depth,
): Promise<Sighting | undefined> {
  opened.board.turn(opened.board.on)
  const different = await firstDifference(record, opened, depth)
  const passed = different && record.passed[different.index]
  if (different === undefined || passed?.answer === undefined) return undefined
  const heard = record.notes.get(passed.message)?.heard
  return {
    case: record.case.id,
    operation: heard !== undefined && 'operation' in heard ? heard.operation : passed.message.path,
    right: wordsOf(passed.answer),
    wrong: wordsOf(different.answer),
    differs: [...new Set(differences('', factsOf(passed.answer), factsOf(different.answer)))],
    checks: record.decidedBy(different.index),
  }
}

/** What tells one kind of difference from another. */
export function kindOf({ operation, differs }: Sighting): string {
  return `${operation} ${differs.join(' ')}`
}

const wordsOf = (answer: Carried): string =>
  'problem' in answer ? answer.problem : `${answer.status} ${answer.body}`

const factsOf = (answer: Carried): Json => {
  if ('problem' in answer) return { problem: answer.problem }
  const { status, headers, body } = answer
  const { 'content-length': _, ...telling } = headers
  return { status, headers: telling, body: parsed(body) }
}

const parsed = (body: string): Json => {
  try {
    return JSON.parse(body) as Json
  } catch {
    return body
  }
}

const differences = (place: string, one: Json | undefined, other: Json | undefined): readonly string[] => {
  if (Array.isArray(one) && Array.isArray(other)) {
    const counted = one.length === other.length ? [] : [`${place}#`]
    return [...counted, ...one.flatMap((item: Json, at) => at < other.length ? differences(`${place}[]`, item, other[at] as Json) : [])]
  }
  if (!isObject(one) || !isObject(other)) return one === other ? [] : [place]
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].flatMap((name) => differences(`${place}/${name}`, one[name], other[name]))
}
