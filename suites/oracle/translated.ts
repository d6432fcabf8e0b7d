import { mapLeaves } from '../../specs/contract/map-leaves.ts'

/** Other words for names: undefined for what is none. */
export type Translate = (name: string) => string | undefined

/** A text with the names in it translated: it is one, or they stand in resource names, paths and documents. */
export function translated(text: string, translate: Translate): string {
  const whole = translate(text)
  if (whole !== undefined) return whole
  if (!/[:/]/u.test(text)) return text
  return text
    .split(/([^\w.@-]+)/u)
    .map((part) => translate(part) ?? part)
    .join('')
}

/** A value with the names in its texts translated, at any depth. */
export function translatedIn<T>(value: T, translate: Translate): T {
  return mapLeaves(value, (leaf) => (typeof leaf === 'string' ? translated(leaf, translate) : leaf))
}
