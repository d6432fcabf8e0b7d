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
h2, p, li, td { overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #ddd; padding: .2rem .5rem; text-align: left; vertical-align: top }
th { font-weight: 600; overflow-wrap: break-word }
@media print { body { margin: 0; max-width: none; font-size: 11px } section { break-inside: avoid } }
`

const shown = (text: string): string => escapedMarkup(printable(text))

const sectionHtml = ({ heading, lines = [], table }: PageSection): string => {
  const items = lines.map((line) => `<li>${shown(line)}</li>`).join('')
  const list = lines.length === 0 ? '' : `<ul>${items}</ul>\n`
  return `<section>\n<h2>${shown(heading)}</h2>\n${list}${table === undefined ? '' : tableHtml(table)}</section>`
}

/** Without names of columns the first cell of a row says what the other is. */
const tableHtml = ({ head, rows }: PageTable): string => {
  const names = head.map((name) => `<th scope="col">${shown(name)}</th>`).join('')
  const top = head.every((name) => name === '') ? '' : `<thead><tr>${names}</tr></thead>`
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell) => `<td>${shown(cell)}</td>`).join('')
    return `<tr><th scope="row">${shown(first)}</th>${rest}</tr>`
  })
  return `<table>${top}<tbody>\n${body.join('\n')}\n</tbody></table>\n`
}
