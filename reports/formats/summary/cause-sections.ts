import { reasonText } from '../../../suites/verdict/verdict.ts'
import type { Cause } from '../../causes/causes.ts'
import { missingText, toldCauses, type ToldCauses } from '../../causes/told-causes.ts'
import type { CheckResult, ExchangeResult, TargetResult } from '../../results/results.ts'
import { counted } from '../../text/counted.ts'
import { markdownTable } from '../../text/markdown-table.ts'
import { cellMarkdown, codeMarkdown, inlineMarkdown, shellMarkdown } from '../../text/markdown.ts'
import { saidOf } from '../said-of.ts'
import { evidenceOf } from '../terminal/who-says-so.ts'

/** Causes that are told in full, what they come to and how to see it; the others have a row of a table each. */
const toldInFull = 10

/** Other checks of a cause that are named. */
const othersNamed = 5

/** Rows of a table that stand or fall together where there is little room. */
const rowsTogether = 50

/** Characters of what was seen that a row shows. */
const charactersShown = 160

/** What a target got wrong, in sections that may be cut behind any: what is missing, what to mend first, the rest in a table. */
export function causeSections(
  { name }: Pick<TargetResult, 'name'>,
  causes: readonly Cause[],
  exchanges: ReadonlyMap<number, ExchangeResult>,
): readonly (readonly string[])[] {
  if (causes.length === 0) return []
  const findings = causes.reduce((sum, cause) => sum + cause.findings.length, 0)
  const told = toldCauses(causes)
  const { others } = told
  return [
    [
      `## ${inlineMarkdown(name)}: ${counted(findings, 'finding')}, ${counted(causes.length, 'cause')}`,
      '',
    ],
    missingSection(told),
    ...others.slice(0, toldInFull).map((cause, at) => fullSection(cause, at + 1, exchanges)),
    ...tableSections(others.slice(toldInFull)),
  ]
}

const missingSection = ({ missing, waiting }: ToldCauses<Cause>): readonly string[] => {
  if (missing.length === 0) return []
  const names = missing.map((cause) => codeMarkdown(cause.missing))
  return [
    `### Missing: ${missingText(missing.length)}`,
    '',
    `${counted(waiting, 'check')} could not be asked: ${names.join(', ')}.`,
    '',
  ]
}

const fullSection = (
  { findings, waiting }: Cause,
  place: number,
  exchanges: ReadonlyMap<number, ExchangeResult>,
): readonly string[] => {
  const [first, ...others] = findings
  const last = exchanges.get(first.exchanges.at(-1) ?? 0)
  const rest = others.length - othersNamed
  const named = others.slice(0, othersNamed).map(({ id }) => codeMarkdown(id))
  return [
    `### ${place}. ${first.verdict.toUpperCase()} ${codeMarkdown(first.id)}`,
    '',
    inlineMarkdown(first.title),
    '',
    ...saidOf(first).map(([what, text]) => `- ${what}: ${codeMarkdown(text)}`),
    `- says so: ${evidenceMarkdown(first)}`,
    ...(named.length === 0
      ? []
      : [`- also: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`]),
    ...(waiting === 0
      ? []
      : [`- behind it: ${counted(waiting, 'check')} could not be asked as long as it stands`]),
    '',
    ...(last === undefined ? [] : [...shellMarkdown(last.curl), '']),
  ]
}

const evidenceMarkdown = (check: CheckResult): string => {
  const { text, page } = evidenceOf(check)
  return `${inlineMarkdown(text)}${page === undefined ? '' : ` ([page](${page}))`}`
}

/** The rest, folded: parts of a table, so that a part may be left out. */
const tableSections = (causes: readonly Cause[]): readonly (readonly string[])[] => {
  const starts = causes.flatMap((_, at) => (at % rowsTogether === 0 ? [at] : []))
  return starts.map((start) => {
    const rows = causes.slice(start, start + rowsTogether)
    const [from, to] = [start + toldInFull + 1, start + toldInFull + rows.length]
    return [
      `<details><summary>Causes ${from} to ${to}</summary>`,
      '',
      ...markdownTable(['', 'check', 'checks', 'what was seen'], rows.map(rowOf)),
      '</details>',
      '',
    ]
  })
}

const rowOf = ({ findings, waiting }: Cause): readonly string[] => {
  const [first] = findings
  const [seen = ''] = (reasonText(first) ?? first.received ?? first.title).split('\n', 1)
  return [
    first.verdict,
    cellMarkdown(first.id),
    String(findings.length + waiting),
    cellMarkdown(seen.slice(0, charactersShown)),
  ]
}
