import type { TargetedKeyboardEvent, VNode } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

import { usePage } from './context.ts'
import type { Check } from './report.ts'
import { VerdictMark } from './sign.tsx'
import { visible } from './visible.ts'

/** Height of a row in the unit of the page's own type; the style says the same. */
const rowHeight = 3.25

/** Rows that are there above and below what is seen: who goes on by keyboard finds the next one. */
const spare = 12

/** A list of any length: only the rows that are seen are there. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }): VNode {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  const row = useRowHeight()
  const goTo = useFocus(box, row, view)
  const look = (): void => {
    const { scrollTop: top = 0, clientHeight: height = 0 } = box.current ?? {}
    setView({ top, height })
  }
  useLayoutEffect(look, [])
  const from = Math.max(0, Math.floor(view.top / row) - spare)
  const shown = checks.slice(from, Math.ceil((view.top + view.height) / row) + spare)
  return (
    <div class="scroller" ref={box} onScroll={look} tabIndex={0} role="region" aria-label="Checks">
      <ul
        style={{ height: `${checks.length * rowHeight}rem` }}
        onKeyDown={(event) => goTo(nextRow(event, checks.length))}
      >
        {shown.map((check, index) => (
          <CheckRow key={check.place} check={check} at={from + index} of={checks.length} />
        ))}
      </ul>
    </div>
  )
}

interface CheckRowParts {
  readonly check: Check
  readonly at: number
  readonly of: number
}

const CheckRow = ({ check, at, of }: CheckRowParts): VNode => {
  const { links } = usePage()
  const { verdict, title, id, axis, level, code } = check
  return (
    <li aria-setsize={of} aria-posinset={at + 1} style={{ top: `${at * rowHeight}rem` }}>
      <a href={links.check(check)} data-at={at}>
        <VerdictMark verdict={verdict} />
        <span class="what">
          <span>{visible(title)}</span>
          <code>{visible(id)}</code>
        </span>
        <span class="tags">
          {code !== '' && <span>{code}</span>}
          <span>{axis}</span>
          <span>{level}</span>
        </span>
      </a>
    </li>
  )
}

/** The height of a row in pixels, at the size of type that the reader chose. */
const useRowHeight = (): number => {
  const [pixels] = useState(
    () => rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  )
  return pixels
}

/** Where a key leads to from the row that has the focus. */
const nextRow = (event: TargetedKeyboardEvent<HTMLElement>, count: number): number | undefined => {
  const at = Number((event.target as HTMLElement).dataset['at'])
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[event.key]
  if (next === undefined || Number.isNaN(next)) return undefined
  event.preventDefault()
  return Math.min(count - 1, Math.max(0, next))
}

/** Gives the focus to a row, once it is there. */
const useFocus = (
  box: { readonly current: HTMLDivElement | null },
  row: number,
  view: { readonly top: number; readonly height: number },
): ((at: number | undefined) => void) => {
  const wanted = useRef<number | undefined>(undefined)
  const take = (): void => {
    const found = box.current?.querySelector<HTMLElement>(`[data-at="${wanted.current}"]`)
    if (wanted.current === undefined || !found) return
    wanted.current = undefined
    found.focus({ preventScroll: true })
  }
  useEffect(take)
  return (at) => {
    if (at === undefined || box.current === null) return
    wanted.current = at
    const seen = { from: view.top, to: view.top + view.height - row }
    if (at * row < seen.from) box.current.scrollTop = at * row
    if (at * row > seen.to) box.current.scrollTop = at * row - view.height + row
    take()
  }
}
