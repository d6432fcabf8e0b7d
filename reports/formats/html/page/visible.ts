/** Characters that nobody sees, and those that turn the order of a text; ends of lines and tabs are none. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- these are exactly the characters that are not seen
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** A text that an endpoint had a part in, as it really is: what could hide in it is shown by number. */
export function visible(text: string): string {
  return text.replaceAll(
    unseen,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
