import type { VNode } from 'preact'
import { useState } from 'preact/hooks'

import { counted } from '../../../text/counted.ts'
import type { PageCause } from '../page-data.ts'
import { usePage } from './context.ts'
import { Finding, Row } from './finding.tsx'
import type { Check, Report } from './report.ts'
import { VerdictMark } from './sign.tsx'
import { visible } from './visible.ts'

/** Other checks that are named until somebody asks for all. */
const othersShown = 5

/** The check that tells most of a cause. */
export function leadOf({ checks }: Report, { findings: [first = 0] }: PageCause): Check {
  return checks[first] as Check
}

interface CauseParts {
  readonly cause: PageCause
  readonly opened: boolean
}

/** One cause: a line, and behind it what there is to know of it. */
export function CauseItem({ cause, opened }: CauseParts): VNode {
  const { report } = usePage()
  const [open, setOpen] = useState(opened)
  const lead = leadOf(report, cause)
  return (
    <li class={lead.outcome}>
      <details open={opened} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <VerdictMark verdict={lead.verdict} />
          <span class="what">
            <b>{visible(lead.title)}</b>
            <code>{visible(lead.id)}</code>
          </span>
          <Sizes cause={cause} />
        </summary>
        {open && <CauseBody cause={cause} lead={lead} />}
      </details>
    </li>
  )
}

const Sizes = ({ cause: { findings, waiting } }: { readonly cause: PageCause }): VNode => (
  <span class="sizes">
    <span>{counted(findings.length, 'check')}</span>
    {waiting > 0 && <span class="waiting">{waiting.toLocaleString('en')} wait</span>}
  </span>
)

const CauseBody = ({ cause, lead }: { readonly cause: PageCause; readonly lead: Check }): VNode => {
  const { links } = usePage()
  const { findings, waiting } = cause
  return (
    <dl class="facts">
      <Finding check={lead} />
      {findings.length > 1 && (
        <Row name="Also">
          <Others places={findings.slice(1)} />
        </Row>
      )}
      {waiting > 0 && (
        <Row name="Behind it">
          {counted(waiting, 'check')} could not be asked as long as it stands
        </Row>
      )}
      <Row name="Check">
        <a href={links.check(lead)}>{visible(lead.id)}</a>
      </Row>
    </dl>
  )
}

const Others = ({ places }: { readonly places: readonly number[] }): VNode => {
  const { report, links } = usePage()
  const [all, setAll] = useState(false)
  const shown = (all ? places : places.slice(0, othersShown)).flatMap(
    (place) => report.checks[place] ?? [],
  )
  const rest = places.length - shown.length
  return (
    <>
      <ul class="plain">
        {shown.map((check) => (
          <li key={check.place}>
            <VerdictMark verdict={check.verdict} />
            <a href={links.check(check)}>{visible(check.id)}</a>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          {counted(rest, 'more check')}
        </button>
      )}
    </>
  )
}
