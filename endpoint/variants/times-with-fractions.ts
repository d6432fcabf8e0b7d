import { founded, inviting } from '../fault-kit/arrange.ts'
import { bodyObject, framing } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Writes times with fractions of a second. */
export const timesWithFractions: KnownVariant = {
  name: 'times-with-fractions',
  description: 'writes times with fractions of a second',
  evidence: {
    aws: ['O41', 'O109', 'O125'],
  },
  alter: framing((answer) => {
    const body = bodyObject(answer)
    return body === undefined ? answer : { ...answer, body: JSON.stringify(body, withFraction) }
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return /\d{10}\.345/u.test((await inviting(visit.boss, visit.guest.id)).answer.body)
    },
    quiet: false,
    varied: true,
  },
}

/** What is so large a number is a time, in seconds since 1970. */
const withFraction = (_: string, value: unknown): unknown =>
  typeof value === 'number' && value >= 1e9 ? value + 0.345 : value
