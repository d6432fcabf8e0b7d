import { escapedMarkup } from './escaped-markup.ts'

/** A badge: SVG that needs no font and fetches nothing. */
export function badgeSvg(label: string, says: string, colour: string): string {
  const [left, right] = [widthOf(label), widthOf(says)]
  const title = escapedMarkup(`${label}: ${says}`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">
<title>${title}</title>
<rect width="${left}" height="20" fill="#444"/>
<rect x="${left}" width="${right}" height="20" fill="${colour}"/>
<g fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" text-anchor="middle">
${textSvg(label, left / 2, left)}
${textSvg(says, left + right / 2, right)}
</g>
</svg>
`
}

/** Pixels of a character and of the space around a text. */
const [character, padding] = [6.5, 12]

const widthOf = (text: string): number => Math.ceil(text.length * character) + padding

const textSvg = (text: string, middle: number, width: number): string =>
  `<text x="${middle}" y="14" textLength="${width - padding}">${escapedMarkup(text)}</text>`
