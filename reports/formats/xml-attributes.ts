import { escapedMarkup } from '../text/escaped-markup.ts'

/** Attributes of an element of XML, each behind a space; their values have no line breaks. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${name}="${escapedMarkup(String(value)).replaceAll(/[\t\n\r]/gu, ' ')}"`],
    )
    .join('')
}
