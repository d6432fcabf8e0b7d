import type { VNode } from 'preact'
import { useState } from 'preact/hooks'

import { missingText, toldCauses, type ToldCauses } from '../../../causes/told-causes.ts'
import { counted } from '../../../text/counted.ts'
import type { PageCause } from '../page-data.ts'
import { CauseItem, leadOf } from './cause-item.tsx'
import { usePage } from './context.ts'
import { everything } from './route.ts'
import { visible } from './visible.ts'

/** Causes that are listed until somebody asks for all. */
const shownFirst = 12

/** What to mend first: what is missing, what fails, and what only warns. */
export function Mend(): VNode {
  const { report, target } = usePage()
  const { causes } = target
  const found = causes.reduce((sum, { findings }) => sum + findings.length, 0)
  const told = toldCauses(causes)
  const { missing, others } = told
  const soft = others.filter((cause) => leadOf(report, cause).outcome === 'warned')
  const hard = others.filter((cause) => !soft.includes(cause))
  return (
    <section id="mend" aria-labelledby="mend-title">
      <h2 id="mend-title">Mend first</h2>
      <p class="quiet">
        {found === 0
          ? 'Nothing was found wrong.'
          : `${counted(found, 'finding')} of ${counted(causes.length, 'cause')}, in the order in which it pays to mend them.`}
      </p>
      {missing.length > 0 && <Missing told={told} />}
      <CauseList key={target.name} causes={hard} opened={2} name="What fails" />
      {soft.length > 0 && <SoftCauses key={`${target.name} soft`} causes={soft} />}
    </section>
  )
}

const Missing = ({
  told: { missing: causes, waiting },
}: {
  readonly told: ToldCauses<PageCause>
}): VNode => {
  const { links } = usePage()
  return (
    <div class="missing">
      <h3>{missingText(causes.length)}</h3>
      <p class="quiet">{counted(waiting, 'check')} could not be asked as long as that is so.</p>
      <ul>
        {causes.map(({ missing, waiting: own }) => (
          <li key={missing}>
            <a href={links.filter({ ...everything, where: missing })}>{visible(missing)}</a>
            <span class="quiet" title="checks that wait for it">
              {' '}
              {own > 0 && `${own.toLocaleString('en')} wait`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const SoftCauses = ({ causes }: { readonly causes: readonly PageCause[] }): VNode => {
  const [open, setOpen] = useState(false)
  return (
    <details class="soft" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{counted(causes.length, 'cause')} of warnings only</h3>
      </summary>
      {open && <CauseList causes={causes} opened={0} name="What only warns" />}
    </details>
  )
}

interface CauseListParts {
  readonly causes: readonly PageCause[]
  /** how many stand open from the start */
  readonly opened: number
  readonly name: string
}

const CauseList = ({ causes, opened, name }: CauseListParts): VNode | null => {
  const [all, setAll] = useState(false)
  if (causes.length === 0) return null
  const shown = all ? causes : causes.slice(0, shownFirst)
  const rest = causes.length - shown.length
  return (
    <>
      <ol class="causes" aria-label={name}>
        {shown.map((cause, index) => (
          <CauseItem key={cause.findings[0]} cause={cause} opened={index < opened} />
        ))}
      </ol>
      {rest > 0 && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          Show {counted(rest, 'more cause')}
        </button>
      )}
    </>
  )
}
