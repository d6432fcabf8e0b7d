import { partOf } from '../../suites/client/part-of.ts'
import { reasonText } from '../../suites/verdict/verdict.ts'
import type { Results } from '../results/results.ts'
import { counted } from '../text/counted.ts'
import { grouped } from '../text/grouped.ts'
import type { Paint, Tone } from '../text/paint.ts'
import { printable } from '../text/printable.ts'
import { changeKinds, isWorse, type Change, type ChangeKind, type Comparison } from './compare.ts'

const tones: Readonly<Record<ChangeKind, Tone>> = {
  new: 'bad',
  gone: 'bad',
  changed: 'soft',
  fixed: 'good',
  still: 'quiet',
}

/** Changes of a kind that a short comparison names; what is still wrong stands in every report. */
const shown: Readonly<Record<ChangeKind, number>> = {
  new: 20,
  gone: 5,
  changed: 10,
  fixed: 10,
  still: 0,
}

/** Characters of a line. */
const width = 150

/** How a comparison is shown. */
export interface CompareTextOptions {
  readonly paint: Paint
  /** every change by name, not only the first few of each kind */
  readonly verbose: boolean
}

/** A comparison for a terminal: what is new first, and in the last line how it ends. */
export function compareText(
  comparison: Comparison,
  { before, after }: { readonly before: Results; readonly after: Results },
  { paint, verbose }: CompareTextOptions,
): string {
  const { changes, compared, onlyBefore, onlyAfter } = comparison
  const byKind = grouped(changes, ({ kind }) => kind)
  const told = changeKinds.flatMap((kind) => {
    const own = byKind.get(kind) ?? []
    const named = verbose ? own : own.slice(0, shown[kind])
    const rest = own.length - named.length
    if (named.length === 0) return []
    const more = rest > 0 ? [`  … and ${rest} more (--verbose shows all)`] : []
    return [...named.map((one) => lineOf(one, paint)), ...more, '']
  })
  const counts = changeKinds.map((kind) => `${byKind.get(kind)?.length ?? 0} ${kind}`).join(', ')
  return [
    paint('quiet', `${nameOf(before)} → ${nameOf(after)}, ${counted(compared, 'check')} compared`),
    '',
    ...told,
    ...aloneLines(onlyBefore, onlyAfter),
    counts,
    isWorse(comparison)
      ? paint('bad', `worse in ${counted(changes.filter(({ worse }) => worse).length, 'check')}`)
      : paint('good', 'not worse'),
    '',
  ].join('\n')
}

const nameOf = ({ run, suite }: Results): string => `run ${run.id} (${suite.name} ${suite.version})`

const aloneLines = (onlyBefore: number, onlyAfter: number): readonly string[] => [
  ...(onlyBefore === 0 ? [] : [`not compared: ${counted(onlyBefore, 'check')} of the first alone`]),
  ...(onlyAfter === 0 ? [] : [`not compared: ${counted(onlyAfter, 'check')} of the second alone`]),
]

const lineOf = ({ kind, target, id, was = 'pass', is, check }: Change, paint: Paint): string => {
  const verdicts = is === undefined ? `was ${was}` : was === is ? is : `${was} → ${is}`
  const seen = reasonText(check) ?? check.received
  const why =
    seen === undefined || kind === 'fixed' || kind === 'gone' ? '' : `: ${printable(seen)}`
  const text = partOf(`${target}  ${id}  ${verdicts}${why}`, 0, width)
  return `  ${paint(tones[kind], kind.padEnd(7))}  ${text}`
}
