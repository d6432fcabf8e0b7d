import type { VNode } from 'preact'

import { usePage } from './context.ts'
import { visible } from './visible.ts'

/** What the run did not establish, and what else is to be known of it: of all targets. */
export function OpenEnds(): VNode {
  const { report } = usePage()
  const { open, left, readings, targets } = report
  const several = targets.length > 1
  const notes = targets.flatMap((target) =>
    target.notes.map((note) => (several ? `${target.name}: ${note}` : note)),
  )
  return (
    <>
      <Lines
        id="readings"
        title="Where the document and the real service differ"
        lines={readings}
      />
      <Lines id="notes" title="Repeated, waited for, or not read" lines={notes} />
      <Lines id="left" title="Left behind" lines={left} />
      <Lines
        id="open"
        title="What this run did not establish"
        lines={open.length === 0 ? ['Nothing of what was asked was left open.'] : open}
      />
    </>
  )
}

interface LinesParts {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
}

const Lines = ({ id, title, lines }: LinesParts): VNode | null =>
  lines.length === 0 ? null : (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <ul class="lines">
        {lines.map((line) => (
          <li key={line}>{visible(line)}</li>
        ))}
      </ul>
    </section>
  )
