import { isObject, type Json } from '../../../specs/contract/json.ts'
import type { RecordedExchange } from '../../../specs/vendor/recordings.ts'
import { management, member } from './world.ts'

/** What another world gives other ids: a segment of an ARN or of a path, or an id by itself. */
const id = /^(?:(?:o|r|ou|p|h|rp|car)-\w[\w-]*|\d{12}|[A-Z]+_(?:ID|\d+)|<id>)$/u

/** What is called alike in every world. */
const kept = new Set([management, member, 'p-FullAWSAccess'])

const time = /Timestamp$/u

/** The names that the recordings made up begin alike. */
const madeUp = /^OWNED_/u

/**
 * The recorded values that an answer does not have, each with what stands there instead. Ids are compared wherever they
 * stand as ids of any name, so that an ARN keeps its form; documents as what they say. Not compared: times, and names
 * that were made up before the request. In a list some entry has to have the value.
 */
export function differingValues(exchange: RecordedExchange, output: Json): readonly string[] {
  const recorded = Object.entries(exchange.answer?.values ?? {})
  const sent = JSON.stringify(exchange.input ?? {})
  return recorded.flatMap(([path, value]) => {
    if (time.test(path) || (isMadeUp(value) && !sent.includes(value))) return []
    const found = valuesAt(output, path.split('.'))
    return found.some((one) => isSame(value, one))
      ? []
      : [`${path}: ${JSON.stringify(value)}, got ${JSON.stringify(found)}`]
  })
}

const isMadeUp = (value: Json): value is string => typeof value === 'string' && madeUp.test(value)

const valuesAt = (value: Json | undefined, [step, ...rest]: readonly string[]): readonly Json[] => {
  if (value === undefined) return []
  if (step === undefined) return [value]
  const name = step.replace('[]', '')
  const part = isObject(value) ? value[name] : undefined
  const parts = name === step ? [part] : Array.isArray(part) ? (part as readonly Json[]) : []
  return parts.flatMap((one) => valuesAt(one, rest))
}

const isSame = (recorded: Json, got: Json): boolean => {
  if (typeof recorded !== 'string' || typeof got !== 'string') return recorded === got
  const [one, other] = [documentIn(recorded), documentIn(got)]
  if (one !== undefined && other !== undefined)
    return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
  const [wanted, parts] = [recorded.split(/[/:]/u), got.split(/[/:]/u)]
  return (
    parts.length === wanted.length && wanted.every((part, at) => isSameId(part, parts[at] ?? ''))
  )
}

const isSameId = (recorded: string, got: string): boolean =>
  recorded === got || (id.test(recorded) && !kept.has(recorded) && id.test(got))

const documentIn = (text: string): Json | undefined =>
  text.startsWith('{') ? (JSON.parse(text) as Json) : undefined

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((one: Json) => sorted(one))
  if (!isObject(value)) return value
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([name, part]) => [name, sorted(part)]))
}
