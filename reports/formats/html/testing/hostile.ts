import { exchanged, inventedResults, judged } from '../../../results/invented-results.ts'
import type { Results } from '../../../results/results.ts'

/** What an endpoint may say that wants to be more than text. */
export const hostileTexts: readonly string[] = [
  '</script><script>document.title = "stolen"</script>',
  '<img src=x onerror=alert(1)>',
  '<!--<script>',
  ']]>',
  '«data»«script»«title»',
  '\u2028\u2029\u202Eevil\u0000',
  '$& $1 $`',
  `"'><svg onload=alert(1)>`,
  '\uD800',
]

/** Results in which an endpoint says all of it wherever it can. */
export function hostileResults(): Results {
  const reports = hostileTexts.map((text, at) => {
    const exchange = exchanged(at + 1)
    const check = judged(`scenario/hostile/says-${at}`, {
      verdict: 'fail',
      title: `Title ${text}`,
      reason: text,
      expected: text,
      received: text,
      exchanges: [at + 1],
    })
    const request = { ...exchange.request, body: text, path: `/${encodeURI('x')}?${at}` }
    const answer = { status: 400, headers: { 'x-said': text }, body: text }
    return { judged: check, exchanges: [{ ...exchange, request, answer }] }
  })
  return inventedResults({ reports })
}
