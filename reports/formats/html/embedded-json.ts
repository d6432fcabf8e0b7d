/** What would end the element that holds it, begin a comment in it, or end a line of a script. */
const steering = /[<>&\u2028\u2029]/gu

/**
 * A value as JSON that stands within `<script type="application/json">`, whatever texts it holds: nothing in it is
 * markup.
 */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
