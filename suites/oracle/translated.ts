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
  return within(value, translate) as T
}

const within = (value: unknown, translate: Translate): unknown => {
  if (typeof value === 'string') return translated(value, translate)
  if (Array.isArray(value)) return value.map((one: unknown) => within(one, translate))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, within(one, translate)]),
  )
}
