import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** No other number of these APIs is as large as the seconds since 1970. */
const withText = (value: Json): Json => {
  if (typeof value === 'number') {
    return value > 1e8 ? new Date(value * 1000).toISOString() : value
  }
  if (Array.isArray(value)) return value.map((item: Json) => withText(item))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withText(part)]))
}

/** Writes timestamps as text. */
export const isoTimestamps: KnownFault = {
  name: 'iso-timestamps',
  description: 'writes timestamps as text',
  breaks: { aws: ['contract/aws/*/answer/shape'] },
  alter: ({ write }) => ({
    write: (output, heard) => withText(write(output, heard)) as JsonObject,
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.getAccount({ account: visit.boss.id })).came
    },
    right: 'done',
    wrong: 'unreadable',
  },
}
