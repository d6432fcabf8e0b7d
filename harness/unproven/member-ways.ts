import { isObject, jsonIn, type Json } from '../../specs/contract/json.ts'
import type { Answered } from './answered.ts'
import type { KnownAnswers } from './known-answers.ts'
import type { Way } from './ways.ts'

/** How many members of an answer are spoiled at most. */
const most = 40

/** Answers that are wrong in one member only, for every member that one has: names on the way, `[]` for what is in a list. */
export function memberWays({ right }: Pick<Answered, 'right'>): readonly Way[] {
  const paths = [...new Set(pathsIn(jsonIn(right.body)).map((path) => path.join('/')))]
  return paths.slice(0, most).flatMap((path) => changes.map((change) => wayAt(path, change)))
}

/** The same only where somebody is told a second time in a row what was told right before. */
export function readAgain({ name, spoil }: Way): Way {
  return {
    name: `${name} when it is read again`,
    spoil: (answered, known, before) =>
      before?.right.body === answered.right.body ? spoil(answered, known, before) : undefined,
  }
}

interface Change {
  readonly name: string
  readonly to: (value: Json, known: KnownAnswers) => Json | undefined
}

const changes: readonly Change[] = [
  {
    name: 'is another',
    to: (value) => {
      if (typeof value === 'string') return `${value}x`
      if (typeof value === 'number') return value + 1
      if (Array.isArray(value)) return value.slice(1)
      return typeof value === 'boolean' ? !value : {}
    },
  },
  ...[0, 1, 2, 3].map((index): Change => ({
    name: 'is another word',
    to: (value, { otherWords }) =>
      typeof value === 'string' ? (otherWords(value)[index] ?? value) : value,
  })),
  { name: 'is left out', to: () => undefined },
  {
    name: 'is of another kind',
    to: (value) => (typeof value === 'string' ? 8_640_731 : 'Orgproof'),
  },
  {
    name: 'is beyond measure',
    to: (value) => {
      if (typeof value === 'string') return 'Orgproof'.repeat(100)
      return typeof value === 'number' ? -value : undefined
    },
  },
]

const wayAt = (path: string, { name, to }: Change): Way => ({
  name: `a member ${name}`,
  spoil: ({ right }, known) => {
    const before = jsonIn(right.body)
    const after =
      before === undefined
        ? undefined
        : changedAt(before, path.split('/'), (value) => to(value, known))
    const body = JSON.stringify(after)
    return body === undefined || body === JSON.stringify(before) ? undefined : { ...right, body }
  },
})

const pathsIn = (value: Json | undefined): readonly (readonly string[])[] => {
  if (Array.isArray(value))
    return value.flatMap((item: Json) => pathsIn(item).map((path) => ['[]', ...path]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => [
    [name],
    ...pathsIn(member).map((path) => [name, ...path]),
  ])
}

const changedAt = (
  value: Json,
  [name, ...rest]: readonly string[],
  to: (value: Json) => Json | undefined,
): Json | undefined => {
  if (name === undefined) return to(value)
  if (Array.isArray(value)) return value.flatMap((item: Json) => changedAt(item, rest, to) ?? [])
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const changed = key === name ? changedAt(member, rest, to) : member
      return changed === undefined ? [] : [[key, changed]]
    }),
  )
}
