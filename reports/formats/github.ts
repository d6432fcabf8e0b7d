import { causesOf, type Cause } from '../causes/causes.ts'
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
export function githubAnnotations({ targets, checks }: Results): string {
  const causes = targets.flatMap(({ name }) =>
    causesOf(checks.filter(({ target }) => target === name)),
  )
  return [
    ...causes
      .filter((cause) => !isSoft(cause))
      .slice(0, shown)
      .map((cause) => annotation('error', cause)),
    ...causes
      .filter(isSoft)
      .slice(0, shown)
      .map((cause) => annotation('warning', cause)),
  ].join('')
}

const isSoft = ({ findings: [first] }: Cause): boolean => first.verdict === 'warn'

const annotation = (
  kind: 'error' | 'warning',
  { findings: [first, ...others], waiting }: Cause,
): string => {
  const more = others.length + waiting
  const message = [
    `${first.id}${more === 0 ? '' : ` and ${counted(more, 'more check')}`}`,
    ...saidOf(first).map(([name, text]) => `${name}: ${text}`),
    `who says so: ${whoSaysSo(first)}`,
  ].join('\n')
  return `::${kind} title=${inProperty(`${first.target}: ${first.title}`)}::${inData(message)}\n`
}

/** As the runner of GitHub reads it back. */
const inData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const inProperty = (text: string): string =>
  inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
