/** Whether a text is of a pattern in which `*` stands for any characters, and `?` for one. */
export function fits(text: string, pattern: string): boolean {
  const parts = pattern.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
  const form = parts.replaceAll(/\*+/gu, '.*').replaceAll('?', '.')
  return new RegExp(`^${form}$`, 'su').test(text)
}
