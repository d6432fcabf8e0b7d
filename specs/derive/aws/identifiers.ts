import { lineAt, type SourceDocument } from '../source-document.ts'

const prefixed =
  /"(?<prefix>[a-z]+-)" followed by from (?<min>\d+) to (?<max>\d+) (?<set>lowercase or uppercase letters, [^"]*underscore|lowercase letters or digits)/u
const second =
  /second "-" dash and from (?<min>\d+) to (?<max>\d+) additional lowercase letters or digits/u
const exact = /exactly (?<count>\d+) digits/u

/** The identifier form that a line words, as a regular expression without anchors; none when it words none. */
export function readIdentifier(text: string): string | undefined {
  const count = exact.exec(text)?.groups?.['count']
  if (count !== undefined) return `[0-9]{${count}}`
  const first = prefixed.exec(text)?.groups
  if (first === undefined) return undefined
  const set = first['set'] === 'lowercase letters or digits' ? '[a-z0-9]' : '[A-Za-z0-9_]'
  return `${first['prefix']}${set}{${first['min']},${first['max']}}${readSecondPart(text)}`
}

const readSecondPart = (text: string): string => {
  const tail = second.exec(text)?.groups
  return tail === undefined ? '' : `-[a-z0-9]{${tail['min']},${tail['max']}}`
}

/**
 * Every identifier form that a document words, by prefix (`''` for bare digits). Resources that are described
 * by prefix alone ("the id that begins with …") get their form from here. Throws when one prefix has two forms.
 */
export function readIdentifiers(document: SourceDocument): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (let line = 1; line <= document.lines.length; line += 1) {
    const form = readIdentifier(lineAt(document, line))
    if (form === undefined) continue
    const prefix = /^[a-z]+-/u.exec(form)?.[0] ?? ''
    const known = forms.get(prefix)
    if (known !== undefined && known !== form) {
      throw new Error(`${document.file}:${line}: identifiers of prefix “${prefix}” have two forms`)
    }
    forms.set(prefix, form)
  }
  return forms
}
