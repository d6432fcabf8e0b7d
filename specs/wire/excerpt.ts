const escaped = (char: string): string => {
  if (/^[ -~]$/.test(char) && char !== '"' && char !== '\\') return char
  // control characters and direction marks would rewrite a terminal or hide what really came
  return JSON.stringify(char)
    .slice(1, -1)
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * The beginning of a text in double quotes, in at most `room` characters of printable ASCII; three
 * dots say that there is more.
 */
export function excerpt(text: string, room: number): string {
  let shown = ''
  for (const char of text.slice(0, room)) {
    const next = escaped(char)
    if (shown.length + next.length > room - 5) return `"${shown}..."`
    shown += next
  }
  return text.length > room ? `"${shown}..."` : `"${shown}"`
}
