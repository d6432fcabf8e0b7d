import type { TextPlace } from './page-data.ts'

/** Texts that are written once, and named by their place. */
export interface TextTable {
  readonly texts: readonly string[]
  readonly placeOf: (text: string | undefined) => TextPlace
}

/** A table that holds the empty text only. */
export function textTable(): TextTable {
  const texts: string[] = []
  const places = new Map<string, number>()
  const placeOf = (text: string | undefined): TextPlace => {
    if (text === undefined) return 0
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, texts.length)
    return texts.push(text) - 1
  }
  placeOf('')
  return { texts, placeOf }
}
