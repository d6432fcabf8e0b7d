import type { TargetedKeyboardEvent } from 'preact'

/** How far each key goes: down, and to the right. */
const steps: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** Goes to the next cell that has something in it. The picture is one stop of the tabulator: the one that was left last. */
export function moveInGrid(
  grid: HTMLElement | null,
  event: TargetedKeyboardEvent<HTMLElement>,
): void {
  const step = steps[event.key]
  const from = (event.target as HTMLElement).closest<HTMLElement>('.cell')
  if (step === undefined || from === null || grid === null) return
  event.preventDefault()
  const lines = [...grid.querySelectorAll('.line:not(.head)')].map((line) => [
    ...line.querySelectorAll('.cell'),
  ])
  let row = lines.findIndex((cells) => cells.includes(from))
  let column = lines[row]?.indexOf(from) ?? 0
  let next: HTMLElement | null | undefined
  do {
    row += step[0]
    column += step[1]
    next = lines[row]?.[column]?.querySelector('a')
  } while (next === null)
  if (next === undefined) return
  const left = from.querySelector('a')
  if (left) left.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}
