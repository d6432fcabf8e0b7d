const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/**
 * A text as HTML and XML carry it, in elements and in attributes with double quotation marks. XML 1.0 has no way to say
 * most control characters and lone surrogates: they are shown by number.
 */
export function escapedMarkup(text: string): string {
  return text
    .replaceAll(/[&<>"]/gu, (character) => entities[character] ?? character)
    .replaceAll(
      // oxlint-disable-next-line no-control-regex -- these are exactly the characters that XML can not carry
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
}
