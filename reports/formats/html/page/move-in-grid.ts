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
  const next = nextFrom(grid, from, step)
  if (next === undefined) return
  for (const link of from.querySelectorAll('a')) link.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

/** The link of the next cell in a direction; none where the picture ends. */
const nextFrom = (
  grid: HTMLElement,
  from: Element,
  [down, right]: readonly [number, number],
): HTMLElement | undefined => {
  const lines = [...grid.querySelectorAll('.line:not(.head)')].map((line) => [
    ...line.querySelectorAll('.cell'),
  ])
  const line = lines.find((cells) => cells.includes(from)) ?? []
  const way = down === 0 ? line : lines.map((cells) => cells[line.indexOf(from)])
  const at = way.indexOf(from)
  const ahead = down + right > 0 ? way.slice(at + 1) : way.slice(0, at).toReversed()
  return ahead.flatMap((cell) => cell?.querySelector('a') ?? [])[0]
}
