import { escapedMarkup } from '../text/escaped-markup.ts'
import { printable } from '../text/printable.ts'
import type { Page, PageSection, PageTable } from './page.ts'
import { verdictColours } from './verdict-colours.ts'

/** The page of a certificate in HTML: one file that needs nothing else, fetches nothing and runs nothing. */
export function pageHtml({ title, verdict, meaning, sections }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shown(verdict)}: ${shown(title)}</title>
<style>${style}</style>
</head>
<body>
<header style="border-color: ${verdictColours[verdict]}">
<h1 style="color: ${verdictColours[verdict]}">${shown(verdict)}</h1>
<p>${shown(title)}</p>
<p>${shown(meaning)}</p>
</header>
<main>
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`
}

const style = `
body { font: 15px/1.45 system-ui, sans-serif; color: #1b1b1b; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
header { border-left: .5rem solid; padding-left: 1rem }
h1 { margin: 0; font-size: 2rem }
header p { margin: .2rem 0 }
h2 { font-size: 1.05rem; margin: 1.6rem 0 .4rem }
ul { margin: .3rem 0; padding-left: 1.2rem }
li, td { overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #ddd; padding: .2rem .5rem; text-align: left; vertical-align: top }
th { font-weight: 600; white-space: nowrap }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
@media print { body { margin: 0; max-width: none; font-size: 11px } section { break-inside: avoid } }
`

const shown = (text: string): string => escapedMarkup(printable(text))

const sectionHtml = ({ heading, lines = [], table }: PageSection): string => {
  const items = lines.map((line) => `<li>${shown(line)}</li>`).join('')
  const list = lines.length === 0 ? '' : `<ul>${items}</ul>\n`
  return `<section>\n<h2>${shown(heading)}</h2>\n${list}${table === undefined ? '' : tableHtml(table)}</section>`
}

/** Without names of columns the first cell of a row says what the others are. */
const tableHtml = ({ head, rows }: PageTable): string => {
  const named = head.some((name) => name !== '')
  const top = head.map((name, at) => `<th scope="col"${kind(at, head)}>${shown(name)}</th>`).join('')
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell, at) => `<td${kind(at + 1, head)}>${shown(cell)}</td>`).join('')
    return `<tr><th scope="row">${shown(first)}</th>${rest}</tr>`
  })
  const thead = named ? `<thead><tr>${top}</tr></thead>` : ''
  return `<table>${thead}<tbody>\n${body.join('\n')}\n</tbody></table>\n`
}

/** Tables of more than two columns are counts: of each, all but the axis and the level. */
const kind = (at: number, head: readonly string[]): string =>
  head.length > 2 && at > 1 ? ' class="n"' : ''
