import { axes, verdicts } from '../../../suites/verdict/verdict.ts'
import { isFinding } from '../../causes/causes.ts'
import type { CheckResult } from '../../results/results.ts'
import type { PageCalls } from './page-calls.ts'
import type { PageCheck, PageData, PageKind } from './page-data.ts'
import { evidenceTable, type EvidenceTable } from './page-evidence.ts'
import type { TextTable } from './text-table.ts'

/** What the rows of a page point to. */
export interface RowSources {
  readonly table: TextTable
  readonly calls: PageCalls
}

/** The checks of these targets as rows, and the tables that only they point to. */
export function pageRows(
  checks: readonly CheckResult[],
  targets: readonly string[],
  sources: RowSources,
): Pick<PageData, 'checks' | 'kinds' | 'evidence'> {
  const kinds = kindTable(targets, sources.table)
  const evidence = evidenceTable(sources.table)
  const rows = checks.map((check) => {
    const row: readonly unknown[] = [
      kinds.placeOf(check),
      ...rowOf(check, { ...sources, evidence }),
    ]
    return row as PageCheck
  })
  return {
    checks: rows,
    kinds: kinds.kinds,
    evidence: evidence.evidence,
  }
}

interface KindTable {
  readonly kinds: readonly PageKind[]
  readonly placeOf: (check: CheckResult) => number
}

const kindTable = (targets: readonly string[], { placeOf }: TextTable): KindTable => {
  const kinds: PageKind[] = []
  const known = new Map<string, number>()
  return {
    kinds,
    placeOf: (check) => {
      const { target, case: case_, operation, feature, axis, level, source } = check
      const key = `${target} ${case_} ${operation} ${feature} ${axis} ${level} ${source}`
      const place = known.get(key)
      if (place !== undefined) return place
      known.set(key, kinds.length)
      const texts = [case_, operation, feature].map(placeOf) as [number, number, number]
      const places = [axes.indexOf(axis), placeOf(level), placeOf(source)] as const
      return kinds.push([targets.indexOf(target), ...texts, ...places]) - 1
    },
  }
}

/** A check as a row, without its kind. */
const rowOf = (
  check: CheckResult,
  { table: { placeOf }, calls, evidence }: RowSources & { readonly evidence: EvidenceTable },
): readonly unknown[] => {
  const { id, case: own, title, verdict, code, follows, reading } = check
  const { reason, expected, received } = check
  const named = [
    placeOf(behind(id, own)),
    placeOf(title),
    evidence.placeOf(check),
    verdicts.indexOf(verdict),
  ]
  const told = [reason, expected, received, code, follows, reading]
  const found = isFinding(check)
  if (!found && told.every((text) => text === undefined)) return named
  const row: unknown[] = [...named, ...told.map(placeOf), ...(found ? [calls.of(check)] : [])]
  while (row.at(-1) === 0) row.pop()
  return row
}

/** A path without the folder it stands in, from the slash on; all of it where it stands elsewhere. */
const behind = (path: string, folder: string): string =>
  path.startsWith(folder) && path[folder.length] === '/' ? path.slice(folder.length) : path
