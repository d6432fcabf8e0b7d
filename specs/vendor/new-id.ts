import type { IdKind } from '../model/decision.ts'

/** A number from 0 up to, not including, 1; injected, so that a seed makes ids repeat. */
export type Random = () => number

const lower = 'abcdefghijklmnopqrstuvwxyz0123456789'
const digits = '0123456789'
const hex = '0123456789abcdef'

/**
 * A new id in the vendor's spelling, from the template of its kind (specs/vendor/reference-endpoint.ts has the grammar).
 * `within` is the id of what the new thing belongs to. Throws when a template asks for an unknown part.
 */
export function newId(template: string, random: Random, within = ''): string {
  return template.replaceAll(/\{(\w+)(?::(\d+))?\}/gu, (_, part: string, length = '0') => {
    if (part === 'within') return within.slice(within.indexOf('-') + 1)
    if (part === 'lower') return drawn(lower, Number(length), random)
    if (part === 'hex') return drawn(hex, Number(length), random)
    if (part === 'digits') return drawn(digits, Number(length), random)
    throw new Error(`id template ${template}: {${part}} is neither within, lower, hex nor digits`)
  })
}

/** A request id in the form of a version 4 UUID (RFC 9562 section 5.4). */
export function newRequestId(random: Random): string {
  const all = drawn(hex, 30, random)
  const parts = [all.slice(0, 8), all.slice(8, 12), `4${all.slice(12, 15)}`]
  return [...parts, `a${all.slice(15, 18)}`, all.slice(18)].join('-')
}

/** The templates of a vendor as the function the model asks for ids. */
export function idsOf(
  templates: Readonly<Record<IdKind, string>>,
  random: Random,
): (kind: IdKind, within?: string) => string {
  return (kind, within) => newId(templates[kind], random, within)
}

const drawn = (alphabet: string, length: number, random: Random): string => {
  let text = ''
  while (text.length < length) text += alphabet[Math.floor(random() * alphabet.length)]
  return text
}
