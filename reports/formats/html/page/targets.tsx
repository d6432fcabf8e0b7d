import type { VNode } from 'preact'

import { usePage } from './context.ts'
import { countsOf, countsText } from './outcome.ts'
import { everything, filterHash } from './route.ts'
import { visible } from './visible.ts'

/** The way from one target to another, where there are several. */
export function Targets(): VNode | null {
  const { report, target } = usePage()
  if (report.targets.length < 2) return null
  return (
    <nav class="targets" aria-label="Targets">
      <ul>
        {report.targets.map((one) => (
          <li key={one.name}>
            <a
              class={one.verdict}
              href={filterHash(everything, one.name)}
              aria-current={one === target ? 'page' : undefined}
              title={countsText(countsOf(one.totals))}
            >
              <b>{visible(one.name)}</b>
              <span>{one.verdict}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
