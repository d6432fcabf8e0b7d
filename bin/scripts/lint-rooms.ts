import { houseOf, leadsDown, mayImport, rooms } from './rooms.ts'

/** Imports that are refused, and why. */
interface Pattern {
  readonly regex: string
  readonly message: string
}

/** What the linter refuses in the files of some folders. */
interface Override {
  readonly files: readonly string[]
  readonly excludeFiles?: readonly string[]
  readonly rules: {
    readonly 'no-restricted-imports': readonly ['error', { readonly patterns: readonly Pattern[] }]
  }
}

/** Tests, and what is only for them, may know every room of the houses they may import from. */
const forTests: readonly string[] = ['**/*.test.ts', '**/testing/**', '**/bad-input/**']

/**
 * The linter's rules that hold the plan of the rooms, as the text of an oxlint configuration. Of several overrides that
 * fit a file the last one counts: houses come before rooms, rooms before what stands in the middle of a house.
 */
export function lintRoomsText(): string {
  const overrides = [
    ...Object.keys(mayImport).flatMap(houseOverride),
    ...rooms.toSorted(bySize).flatMap(roomOverrides),
  ]
  return `${JSON.stringify({ overrides }, null, 2)}\n`
}

/** A whole house comes before its rooms, and a folder before a single file. */
const bySize = (one: string, other: string): number =>
  one.split('/').length - other.split('/').length || (isFile(one) ? 1 : 0) - (isFile(other) ? 1 : 0)

const isFile = (room: string): boolean => room.endsWith('.ts')

const houseOverride = (house: string): readonly Override[] => {
  const foreign = Object.keys(mayImport).filter(
    (other) => other !== house && !(mayImport[house] ?? []).includes(other),
  )
  if (foreign.length === 0) return []
  const message = `${house}/ imports from no other house than those below it (bin/scripts/rooms.json)`
  const regex = String.raw`^(?:\.\./)+(?:${foreign.join('|')})/`
  return [override([`${house}/**/*.ts`], { regex, message })]
}

const roomOverrides = (room: string): readonly Override[] => {
  const above = rooms.filter((other) => !leadsDown(room, other))
  const message = `${room} imports from its own room and from lower floors only (bin/scripts/rooms.json)`
  const anywhere = `^(?:${beginningsOf(room, above).join('|')})`
  // only from right below it can a file in the middle of the house be told from one of the own room
  const middle = above.includes(houseOf(room)) ? [String.raw`${anywhere}|^\.\./[^/]+$`] : []
  return [
    ...production(isFile(room) ? room : `${room}/**/*.ts`, { regex: anywhere, message }),
    ...middle.flatMap((regex) => production(`${room}/*.ts`, { regex, message })),
  ]
}

const production = (files: string, pattern: Pattern): readonly Override[] =>
  pattern.regex === '^(?:)' ? [] : [{ ...override([files], pattern), excludeFiles: forTests }]

const override = (files: readonly string[], pattern: Pattern): Override => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [pattern] }] },
})

/** How imports of the rooms `above` begin in files of the room `from`. */
const beginningsOf = (from: string, above: readonly string[]): readonly string[] => {
  const own = houseOf(from)
  const foreign = Object.keys(mayImport).flatMap((house) => {
    const inside = above.filter((room) => houseOf(room) === house)
    if (house === own || inside.length === 0) return []
    const all = rooms.every((room) => houseOf(room) !== house || inside.includes(room))
    return all ? [`${house}/`] : inside.map(pathOf)
  })
  // the middle of the own house has no name in a path
  const inner = above
    .filter((room) => houseOf(room) === own && room !== own)
    .map((room) => pathOf(room.slice(own.length + 1)))
  return [
    ...prefixed(String.raw`(?:\.\./)+`, [...foreign, ...inner]),
    ...prefixed(String.raw`\./`, from === own ? inner : []),
  ]
}

const prefixed = (prefix: string, paths: readonly string[]): readonly string[] =>
  paths.length === 0 ? [] : [`${prefix}(?:${paths.join('|')})`]

const pathOf = (room: string): string =>
  isFile(room) ? `${room.replaceAll('.', String.raw`\.`)}$` : `${room}/`
