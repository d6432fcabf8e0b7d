import type { VNode } from 'preact'

import type { PageRun } from '../page-data.ts'
import { usePage } from './context.ts'
import { countsOf, outcomeText, outcomes, type Counts } from './outcome.ts'
import { everything } from './route.ts'
import { Sign } from './sign.tsx'
import { visible } from './visible.ts'

/** Whose endpoint it is, and what it comes to. */
export function Summary(): VNode {
  const { report, target } = usePage()
  const counts = countsOf(target.totals)
  return (
    <header class={`summary ${target.verdict}`}>
      <p class="suite">{report.suite} conformance report</p>
      <h1>
        {visible(target.name)} <span class="verdict">is {target.verdict}</span>
      </h1>
      <p class="quiet">
        {target.vendor} at <span class="endpoint">{visible(target.endpoint)}</span>
      </p>
      <Bar counts={counts} />
      <CountList counts={counts} />
      <RunLine run={report.run} />
    </header>
  )
}

const Bar = ({ counts }: { readonly counts: Counts }): VNode => (
  <div class="bar" aria-hidden="true">
    {outcomes
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => (
        <span key={outcome} class={outcome} style={{ flexGrow: counts[outcome] }} />
      ))}
  </div>
)

const CountList = ({ counts }: { readonly counts: Counts }): VNode => {
  const { links } = usePage()
  const shown = outcomes.filter(
    (outcome) => counts[outcome] > 0 || outcome === 'failed' || outcome === 'passed',
  )
  return (
    <ul class="counts">
      {shown.map((outcome) => (
        <li key={outcome} class={counts[outcome] === 0 ? 'none' : outcome}>
          <a href={links.filter({ ...everything, outcome })}>
            <b>{counts[outcome].toLocaleString('en')}</b>
            <span>
              <Sign outcome={outcome} /> {outcomeText[outcome]}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

const RunLine = ({ run }: { readonly run: PageRun }): VNode => {
  const began = run.startedAt.slice(0, 16).replace('T', ' ')
  const seconds = Math.round((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000)
  return (
    <p class="run quiet">
      <time dateTime={run.startedAt}>{began} UTC</time>, {durationText(seconds)}
      {!run.complete && <b>, did not come to its end</b>}
      <span> · seed {run.seed}</span>
      <span> · run {visible(run.id)}</span>
    </p>
  )
}

const durationText = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
