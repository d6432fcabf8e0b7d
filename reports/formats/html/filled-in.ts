/** A text with something else in the places that it names in «guillemets»; what has no text stays as it is. */
export function filledIn(frame: string, texts: Readonly<Record<string, string>>): string {
  const names = Object.keys(texts).join('|')
  return frame.replaceAll(
    new RegExp(`«(${names})»`, 'gu'),
    (whole, name: string) => texts[name] ?? whole,
  )
}
