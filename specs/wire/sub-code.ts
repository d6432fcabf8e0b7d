/**
 * The word of a sub-code as it came: some services put the member that it is about behind a colon, such as
 * `INVALID_PATTERN:NAME`.
 */
export function wordOf(subCode: string): string {
  const [word = subCode] = subCode.split(':', 1)
  return word.trim()
}
