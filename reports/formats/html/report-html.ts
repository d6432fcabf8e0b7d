import type { Results } from '../../results/results.ts'
import { escapedMarkup } from '../../text/escaped-markup.ts'
import { printable } from '../../text/printable.ts'
import { embeddedJson } from './embedded-json.ts'
import { filledIn } from './filled-in.ts'
import { pageDataOf } from './page-data-of.ts'
import { pageFrame } from './page-frame.ts'

/**
 * The results as one page of HTML that needs nothing else: what to mend first, what was asked where, every check, and
 * what the run did not establish.
 */
export function reportHtml(results: Results): string {
  const verdicts = results.targets.map(({ name, verdict }) => `${name} is ${verdict}`)
  return filledIn(pageFrame(), {
    title: escapedMarkup(printable(verdicts.join(', '))),
    data: embeddedJson(pageDataOf(results)),
  })
}
