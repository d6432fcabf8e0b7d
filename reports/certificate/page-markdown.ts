import { markdownTable } from '../text/markdown-table.ts'
import { printable } from '../text/printable.ts'
import type { Page, PageSection } from './page.ts'

/** The page of a certificate in Markdown. */
export function pageMarkdown({ title, verdict, meaning, sections }: Page): string {
  const head = [`# ${inline(verdict)}`, '', `**${inline(title)}**`, '', inline(meaning), '']
  return `${[...head, ...sections.flatMap(sectionLines)].join('\n').trimEnd()}\n`
}

const sectionLines = ({ heading, lines = [], table }: PageSection): readonly string[] => [
  `## ${inline(heading)}`,
  '',
  ...(lines.length === 0 ? [] : [...lines.map((line) => `- ${inline(line)}`), '']),
  ...(table === undefined
    ? []
    : markdownTable(
        table.head,
        table.rows.map((cells) => cells.map(escaped)),
      )),
]

/** Characters that Markdown takes for its own stand for themselves (CommonMark, section 2.4). */
const escaped = (text: string): string => printable(text).replaceAll(/[\\`*_{}[\]>#&~]/gu, '\\$&')

/** Outside of tables, which see to it themselves, nothing begins an element of HTML either. */
const inline = (text: string): string => escaped(text).replaceAll('<', '&lt;')
