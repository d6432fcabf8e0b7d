import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import type { Part } from './answer-parts.ts'

/** A way in which a member of an answer may be wrong. */
export interface AnswerChange {
  readonly name: string
  /** makes the change for one endpoint: what it remembers is of that endpoint's answers; undefined where it makes no sense */
  readonly open: (part: Part) => Change | undefined
}

/** Another value for a member; undefined takes it away. */
export type Change = (value: Json, object: JsonObject) => Json | undefined

const always = (name: string, change: Change): AnswerChange => ({ name, open: () => change })

const where = (
  name: string,
  fits: (value: Json, part: Part) => boolean,
  change: Change,
): AnswerChange => ({ name, open: (part) => (fits(part.example, part) ? change : undefined) })

const isText = (value: Json): value is string => typeof value === 'string'
const isNumber = (value: Json): value is number => typeof value === 'number'

const hour = 3600

const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/u

/** Seconds since 1970, or a date as text. */
const isTime = (value: Json): boolean =>
  isNumber(value) ? value > 1e9 && value < 1e10 : isText(value) && dated.test(value)

const later = (by: number): Change =>
  function shift(value) {
    if (isNumber(value)) return value + by
    if (!isText(value) || !dated.test(value)) return value
    const moved = new Date(Date.parse(value) + by * 1000).toISOString()
    return value.includes('.') ? moved : moved.replace(/\.\d+Z$/u, 'Z')
  }

const inText =
  (change: (text: string) => string): Change =>
  (value) =>
    isText(value) ? change(value) : value

const inList =
  (change: (list: readonly Json[]) => readonly Json[]): Change =>
  (value) =>
    Array.isArray(value) ? change(value) : value

const counted =
  (by: number): Change =>
  (value) =>
    isNumber(value) ? value + by : value

/** What an earlier answer said there. */
const stale: AnswerChange = {
  name: 'stale value',
  open: ({ example }) => {
    if (isObject(example) || Array.isArray(example)) return undefined
    let before: Json | undefined
    return (value) => {
      const said = before ?? value
      before = value
      return said
    }
  },
}

const otherWord: AnswerChange = {
  name: 'other word of the contract',
  open: ({ words }) =>
    words.length < 2
      ? undefined
      : inText((word) => words[(words.indexOf(word) + 1) % words.length] ?? word),
}

const likeMember: AnswerChange = {
  name: 'value of a like member',
  open: ({ like }) => (like === undefined ? undefined : (value, object) => object[like] ?? value),
}

/** Every way in which a member is made wrong. */
export const answerChanges: readonly AnswerChange[] = [
  always('left out', () => undefined),
  stale,
  otherWord,
  likeMember,
  where(
    'empty',
    (value, { words }) => isText(value) && words.length === 0,
    inText(() => ''),
  ),
  where(
    'in capitals',
    isText,
    inText((text) => text.toUpperCase()),
  ),
  where(
    'cut',
    (value, { words }) => isText(value) && words.length === 0 && !isTime(value),
    inText((text) => text.slice(0, -1)),
  ),
  where('an hour late', isTime, later(hour)),
  where('an hour early', isTime, later(-hour)),
  where('one too many', (value) => isNumber(value) && !isTime(value), counted(1)),
  where('one too few', (value) => isNumber(value) && !isTime(value), counted(-1)),
  where(
    'turned round',
    (value) => typeof value === 'boolean',
    (value) => value !== true,
  ),
  where(
    'the first only',
    Array.isArray,
    inList((list) => list.slice(0, 1)),
  ),
  where(
    'all but the last',
    Array.isArray,
    inList((list) => list.slice(0, -1)),
  ),
  where(
    'the last twice',
    Array.isArray,
    inList((list) => [...list, ...list.slice(-1)]),
  ),
]
