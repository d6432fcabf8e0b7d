import type { CitationState } from '../../specs/derive/citation-finding.ts'
import type { Derivation } from '../../specs/derive/derive.ts'
import type { Examination, FileFinding } from '../../specs/derive/examine.ts'
import { describeGoldenFiles, type GoldenFiles } from './golden-files.ts'

/** A document of a vendor, what is derived from it, and what came of that. */
export interface Examined {
  readonly vendor: string
  readonly document: string
  readonly derivation: Derivation | undefined
  /** whether it is the edition that sources.json names */
  readonly known: boolean
  readonly examination: Examination
  /** absent when the document shows no examples, or can not be read */
  readonly golden?: GoldenFiles
}

const states: readonly CitationState[] = ['unchanged', 'moved', 'reworded', 'gone']

/**
 * The lines that tell what a document yields: one per problem and per citation that is not where it was, then
 * the totals. A citation is named by file and JSON pointer, with its lines before and now. A check says what
 * differs, a run that is not one what it writes.
 */
export function describeExamination(examined: Examined, checking: boolean): string {
  const { vendor, document, derivation, examination, golden } = examined
  const { problems, findings, identical } = examination
  const changed = findings.filter(({ state }) => state !== 'unchanged')
  const totals = states.map(
    (state) => `${findings.filter((finding) => finding.state === state).length} ${state}`,
  )
  const differs = checking ? 'differs from what is derived' : 'written'
  const file = identical ? 'as derived' : differs
  return [
    ...problems.map((problem) => `problem: ${problem}`),
    ...changed.map(describeFinding),
    `${vendor} ${document}: citations ${totals.join(', ')}`,
    ...(problems.length > 0 || derivation === undefined ? [] : [`${derivation.openapi}: ${file}`]),
    ...(golden === undefined ? [] : describeGoldenFiles(golden, checking)),
  ].join('\n')
}

const describeFinding = ({ file, pointer, citation, state, now }: FileFinding): string => {
  const [from, to] = citation.lines
  const place = now === undefined ? '' : ` → ${now[0]}–${now[1]}`
  return `${state}: ${file}#${pointer} ${from}–${to}${place}`
}
