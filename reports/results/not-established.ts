import { isWaitingLine } from '../../suites/actors/ledger.ts'
import { globMatcher } from '../../suites/verdict/glob.ts'
import type { Verdict } from '../../suites/verdict/verdict.ts'
import { counted } from '../text/counted.ts'
import { grouped } from '../text/grouped.ts'
import { printable } from '../text/printable.ts'
import type { CheckResult, Results, TargetResult } from './results.ts'

/** What a run could not take back, line by line: no report leaves any of it out. */
export function leftBehind({ targets }: Results): readonly string[] {
  return targets.flatMap(({ name, left }) =>
    left.map((what) => {
      const text = printable(what)
      return `${name}: ${isWaitingLine(what) ? text : `left behind, take it back by hand: ${text}`}`
    }),
  )
}

/** What a run says nothing about, line by line. */
export function unanswered({ run, checks, targets }: Results): readonly string[] {
  return [
    ...(run.complete ? [] : ['the run did not end by itself: what is missing was never asked']),
    ...selectionLines(run.selection),
    ...unmatched(run.selection.only, checks),
    ...unasked(run.selection.cases, checks),
    ...targets.flatMap((target) => {
      const own = checks.filter((check) => check.target === target.name)
      return linesOf(target, own).map((line) => `${target.name}: ${line}`)
    }),
  ]
}

/** Parts of a selection that ask nothing: most often a slip. */
const unmatched = (only: readonly string[], checks: readonly CheckResult[]): readonly string[] =>
  only
    .filter((glob) => {
      const matches = globMatcher(glob)
      return !checks.some(({ id }) => matches(id))
    })
    .map((glob) => `nothing is called ${printable(glob)}`)

/** Cases that were to be asked again, and that are not selected, or not there any more. */
const unasked = (
  cases: Results['run']['selection']['cases'] = {},
  checks: readonly CheckResult[],
): readonly string[] => {
  const asked = new Set(checks.map((check) => `${check.target} ${check.case}`))
  const gone = Object.entries(cases).flatMap(([target, own]) =>
    own.filter((name) => !asked.has(`${target} ${name}`)),
  )
  return gone.length === 0
    ? []
    : [`${counted(gone.length, 'case')} that an earlier run left open: nothing of it is asked here`]
}

const selectionLines = ({
  only,
  axes,
  shard,
  cases,
}: Results['run']['selection']): readonly string[] => [
  ...(only.length === 0 ? [] : [`checks outside ${only.join(', ')}`]),
  ...(axes.length === 0 ? [] : [`axes other than ${axes.join(', ')}`]),
  ...(shard === undefined ? [] : [`shards other than ${shard.part} of ${shard.of}`]),
  ...(cases === undefined
    ? []
    : [`cases other than the ${Object.values(cases).flat().length} that are asked again`]),
]

const linesOf = (target: TargetResult, own: readonly CheckResult[]): readonly string[] => {
  const open = grouped(
    own.filter(({ verdict }) => leftOpen.has(verdict)),
    whyOpen,
  )
  const { total, notTested } = target.requirements
  return [
    ...[...open].map(([why, checks]) => `${counted(checks.length, 'check')} ${why}`),
    ...absentLines(own),
    ...(target.readOnly ? ['whatever needs a write: the run only read'] : []),
    ...Object.entries(target.limits).map(
      ([name, value]) => `the vendor's own ${name}: the target states ${value ?? 'no limit'}`,
    ),
    ...(notTested === 0
      ? []
      : [`${notTested} of ${counted(total, 'rule')} of the document that no check can establish`]),
  ]
}

const leftOpen: ReadonlySet<Verdict> = new Set(['untestable', 'inconclusive'])

/** Untestable checks by their reason code; each quota that was used up by itself: that is what one can ask more of. */
const whyOpen = ({ verdict, code, reason = '' }: CheckResult): string => {
  if (code === undefined) return verdict
  return code === 'NO_QUOTA' ? `${verdict} ${code}: ${printable(reason)}` : `${verdict} ${code}`
}

/** What is declared not to be offered, in one line; each check carries the declaration's own words. */
const absentLines = (own: readonly CheckResult[]): readonly string[] => {
  const absent = own.filter(({ verdict }) => verdict === 'absent')
  if (absent.length === 0) return []
  const [declared, refusals] = [
    absent.filter(({ code }) => !isOfRefusal(code)),
    absent.filter(({ code }) => isOfRefusal(code)),
  ]
  const named = declared.flatMap(({ code = [] }) => code)
  const what = [...new Set(named)].toSorted().join(', ')
  return [
    ...(declared.length === 0
      ? []
      : [`${counted(declared.length, 'check')} absent, as declared: ${what}`]),
    ...(refusals.length === 0
      ? []
      : [`${counted(refusals.length, 'check')} absent: the vendor has no such refusal there`]),
  ]
}

/** Nobody declares what a vendor has no word for, or never answers there. */
const isOfRefusal = (code: CheckResult['code']): boolean =>
  code === 'unworded-refusal' || code === 'undue-refusal'
