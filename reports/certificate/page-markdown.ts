import { markdownTable } from '../text/markdown-table.ts'
import { cellMarkdown, inlineMarkdown as inline } from '../text/markdown.ts'
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
        table.rows.map((cells) => cells.map(cellMarkdown)),
      )),
]
