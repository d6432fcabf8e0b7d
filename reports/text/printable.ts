/** Characters of one line that a reader can take in. */
const lineLimit = 400

/**
 * A text that an endpoint had a part in, safe to print: what could steer the terminal (control characters) or turn the
 * order of what is read (those of bidirectional text) is shown by number, and what is too long is cut.
 */
export function printable(text: string): string {
  const shown = text.replaceAll(
    // oxlint-disable-next-line no-control-regex -- these are exactly the characters that steer a terminal
    /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return shown.length <= lineLimit ? shown : `${shown.slice(0, lineLimit)}…`
}
