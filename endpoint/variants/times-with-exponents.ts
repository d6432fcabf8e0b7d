import { isObject, type Json } from '../../specs/contract/json.ts'
import { founded, inviting } from '../fault-kit/arrange.ts'
import { bodyObject, framing } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Writes times as numbers with an exponent. */
export const timesWithExponents: KnownVariant = {
  name: 'times-with-exponents',
  description: 'writes times as numbers with an exponent',
  evidence: {
    aws: ['O109'],
  },
  alter: framing((answer) => {
    const body = bodyObject(answer)
    return body === undefined ? answer : { ...answer, body: written(body) }
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return /\d\.\d+E9/u.test((await inviting(visit.boss, visit.guest.id)).answer.body)
    },
    quiet: false,
    varied: true,
  },
}

/** JSON in which large numbers have an exponent (RFC 8259 section 6). */
const written = (value: Json): string => {
  if (typeof value === 'number' && value >= 1e9) {
    return value.toExponential().replace('e+', 'E')
  }
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(written).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([name, part]) => `${JSON.stringify(name)}:${written(part)}`,
  )
  return `{${members.join()}}`
}
