/** Collects an option that may be given several times. */
export function repeatable(text: string, before: readonly string[]): readonly string[] {
  return [...before, text]
}
