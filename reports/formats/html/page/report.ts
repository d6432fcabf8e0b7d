import type { Axis, Verdict } from '../../../../suites/verdict/verdict.ts'
import type { PageCheck, PageData, PageTarget } from '../page-data.ts'
import { outcomeOf, type Outcome } from './outcome.ts'

/** A check as the page shows it. */
export interface Check {
  /** its place in the run */
  readonly place: number
  readonly id: string
  readonly title: string
  readonly target: PageTarget
  /** its operation, or its feature, or the protocol */
  readonly where: string
  readonly operation: string
  readonly feature: string
  readonly axis: Axis
  readonly level: string
  readonly case: string
  readonly source: string
  readonly verdict: Verdict
  readonly outcome: Outcome
  /** a place in the table of what checks rest on */
  readonly evidence: number
  readonly reason: string
  readonly expected: string
  readonly received: string
  readonly code: string
  readonly follows: string
  readonly reading: string
  readonly calls: readonly number[] | number
}

/** What the page shows, with every text in its place. */
export interface Report extends Omit<PageData, 'checks'> {
  readonly checks: readonly Check[]
  /** the check of a target by its id; of any target where none is named */
  find(id: string, target?: string): Check | undefined
  /** who says what a check asks for, in a line, and where its vendor publishes that; empty where it is not known */
  saysSo(check: Check): { readonly text: string; readonly page: string }
}

/** Reads the data of a page. */
export function reportOf(data: PageData): Report {
  const checks = data.checks.map((row, place) => checkOf(data, row, place))
  return {
    ...data,
    checks,
    find: (wanted, name) =>
      checks.find(
        ({ id, target }) => id === wanted && (name === undefined || target.name === name),
      ),
    saysSo: ({ evidence }) => saysSoIn(data, evidence),
  }
}

const checkOf = (data: PageData, row: PageCheck, place: number): Check => {
  const text = (at: number | undefined): string => data.texts[at ?? 0] ?? ''
  const [kind, rest, title, evidence, verdict] = row
  const [, , , , , reason, expected, received, code, follows, reading, calls = []] = row
  const [target, case_, operation, feature, axis, level, source] = data.kinds[kind] as NonNullable<
    (typeof data.kinds)[number]
  >
  const end = text(rest)
  const id = end.startsWith('/') ? text(case_) + end : end
  const named = data.verdicts[verdict] ?? 'error'
  return {
    place,
    id,
    title: text(title),
    target: data.targets[target] as PageTarget,
    where: text(operation) || text(feature) || 'the protocol',
    operation: text(operation),
    feature: text(feature),
    axis: data.axes[axis] ?? 'behaviour',
    level: text(level),
    case: text(case_),
    source: text(source),
    verdict: named,
    outcome: outcomeOf[named],
    evidence,
    reason: text(reason),
    expected: text(expected),
    received: text(received),
    code: text(code),
    follows: text(follows),
    reading: text(reading),
    calls,
  }
}

const saysSoIn = ({ evidence, texts }: PageData, place: number): ReturnType<Report['saysSo']> => {
  const [text, page] = evidence[place] ?? [0, 0]
  return { text: texts[text] ?? '', page: texts[page] ?? '' }
}
