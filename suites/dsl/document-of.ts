/**
 * What a JSON text says, so that two spellings of one document compare as equal; the text itself when it is no
 * JSON, so that the difference shows.
 */
export function documentOf(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
