import { printable } from './printable.ts'

/** A text in which nothing is Markdown or HTML: every character of it stands for itself (CommonMark, section 2.4). */
export function inlineMarkdown(text: string): string {
  return cellMarkdown(text).replaceAll('<', '&lt;')
}

/** The same for a cell of a table, which sees to elements of HTML itself. */
export function cellMarkdown(text: string): string {
  return printable(text).replaceAll(/[\\`*_{}[\]>#&~]/gu, '\\$&')
}

/** A text in one line, as code. */
export function codeMarkdown(text: string): string {
  const shown = printable(text)
  const fence = fenceFor(shown, 1)
  const gap = /^`|`$/u.test(shown) ? ' ' : ''
  return `${fence}${gap}${shown}${gap}${fence}`
}

/** Lines of a shell, as a block of code. */
export function shellMarkdown(text: string): readonly string[] {
  const fence = fenceFor(text, 3)
  return [`${fence}sh`, text, fence]
}

/** More backticks than stand together anywhere in a text. */
const fenceFor = (text: string, least: number): string => {
  const runs = [...text.matchAll(/`+/gu)].map(([run]) => run.length + 1)
  return '`'.repeat(Math.max(least, ...runs))
}
