import { causesIn } from '../causes/causes-in.ts'
import type { Cause } from '../causes/causes.ts'
import { isSoft, toldCauses, type ToldCauses } from '../causes/told-causes.ts'
import type { Results } from '../results/results.ts'
import { counted } from '../text/counted.ts'
import { saidOf } from './said-of.ts'
import { whoSaysSo } from './terminal/who-says-so.ts'

/** Annotations of a kind that GitHub shows of one step. */
const shown = 10

/**
 * The first causes as annotations of a GitHub workflow, a line each: what is printed there so is shown beside the run, of
 * each kind no more than GitHub shows.
 */
export function githubAnnotations(results: Results): string {
  const told = causesIn(results).map(({ target: { name }, causes }) => {
    const { others, ...missing } = toldCauses(causes)
    return {
      errors: [
        ...missingAnnotation(name, missing),
        ...others.filter((cause) => !isSoft(cause)).map(annotation),
      ],
      warnings: others.filter(isSoft).map(annotation),
    }
  })
  return [
    ...told.flatMap(({ errors }) => errors).slice(0, shown),
    ...told.flatMap(({ warnings }) => warnings).slice(0, shown),
  ].join('')
}

/** What is not offered, all of it in one. */
const missingAnnotation = (
  target: string,
  { missing, waiting }: Omit<ToldCauses<Cause>, 'others'>,
): readonly string[] => {
  if (missing.length === 0) return []
  const what = `${counted(missing.length, 'operation')} not offered`
  const names = missing.map((cause) => cause.missing).join(', ')
  const message = `${names}: ${counted(waiting, 'check')} could not be asked`
  return [lineOf('error', `${target}: ${what}`, message)]
}

const annotation = (cause: Cause): string => {
  const {
    findings: [first, ...others],
    waiting,
  } = cause
  const more = others.length + waiting
  const message = [
    `${first.id}${more === 0 ? '' : ` and ${counted(more, 'more check')}`}`,
    ...saidOf(first).map(([name, text]) => `${name}: ${text}`),
    `who says so: ${whoSaysSo(first)}`,
  ].join('\n')
  const kind = isSoft(cause) ? 'warning' : 'error'
  return lineOf(kind, `${first.target}: ${first.title}`, message)
}

const lineOf = (kind: 'error' | 'warning', title: string, message: string): string =>
  `::${kind} title=${inProperty(title)}::${inData(message)}\n`

/** As the runner of GitHub reads it back. */
const inData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const inProperty = (text: string): string =>
  inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
