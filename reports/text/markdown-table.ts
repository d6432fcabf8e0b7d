import { printable } from './printable.ts'

/** A table in plain Markdown, with an empty line after it. Cells may not break it: bars and line ends are escaped. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line), '']
}

const line = (cells: readonly string[]): string => `| ${cells.map(safeCell).join(' | ')} |`

const safeCell = (text: string): string =>
  printable(text).replaceAll('|', '\\|').replaceAll('<', '&lt;')
