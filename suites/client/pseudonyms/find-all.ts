import type { Span } from '../redaction/rewritten.ts'

/** Every place where a text holds one of these texts. */
export function findAll(text: string, wanted: Iterable<string>): readonly Span[] {
  const found: Span[] = []
  for (const one of wanted) {
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + one.length)) {
      found.push({ from: at, to: at + one.length })
    }
  }
  return found
}
