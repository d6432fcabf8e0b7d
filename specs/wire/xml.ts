/** The texts of an XML document by the path of their element (`Root/Child/Leaf`), in the order in which they stand. */
export type XmlTexts = ReadonlyMap<string, readonly string[]>

/** A tag, or a run of text: attributes are passed over. What begins with `<!` or `<?` is neither. */
const piece =
  /<(?<close>\/?)(?<name>[A-Za-z_][\w.:-]*)(?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/?)>|(?<text>[^<]+)/uy

/** So many elements stand within each other at most: an answer has four. */
const deepest = 32

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
}

/**
 * Reads as much of XML as answers of AWS Query are made of: elements, attributes (not told) and text. Undefined for whatever
 * is not one whole element of 32 levels at most: a document that was cut, a page of HTML that is no XML, comments, CDATA, declarations of entities.
 */
export function readXml(document: string): XmlTexts | undefined {
  const body = document.trim().replace(/^<\?xml [^<>?]*\?>\s*/u, '')
  const texts = new Map<string, string[]>()
  const open: string[] = []
  const pieces = new RegExp(piece)
  do {
    const groups = pieces.exec(body)?.groups
    if (groups === undefined || !enter(groups, open, texts)) return undefined
    // what stands behind the element is none of it
  } while (open.length > 0)
  return pieces.lastIndex === body.length ? texts : undefined
}

/** Takes up a piece; false where it does not fit there. */
const enter = (
  groups: Readonly<Record<string, string | undefined>>,
  open: string[],
  texts: Map<string, string[]>,
): boolean => {
  const { close, name = '', empty, text } = groups
  if (text !== undefined) return enterText(text, open, texts)
  if (close === '/') return open.pop() === name
  if (open.length === deepest) return false
  open.push(name)
  const path = open.join('/')
  const known = texts.get(path)
  if (known === undefined) texts.set(path, [''])
  else known.push('')
  if (empty === '/') open.pop()
  return true
}

const enterText = (text: string, open: string[], texts: Map<string, string[]>): boolean => {
  const known = texts.get(open.join('/'))
  const meant = text.replaceAll(/&\w+;/gu, (entity) => entities[entity] ?? entity)
  if (known !== undefined) known.push(`${known.pop() ?? ''}${meant}`)
  return known !== undefined
}
