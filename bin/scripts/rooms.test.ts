import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, expect, test } from 'vitest'

import { lintRoomsText } from './lint-rooms.ts'
import { leadsDown, mayImport, roomOf, rooms } from './rooms.ts'

const top = fileURLToPath(new URL('../..', import.meta.url))

/** What is only for tests may know everything. */
const forTests = /\.test\.ts$|\/(testing|bad-input)\//

const files = Object.keys(mayImport)
  .flatMap((name) =>
    readdirSync(join(top, name), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(name, path),
    ),
  )
  .filter((path) => /\.tsx?$/u.test(path) && !forTests.test(path))

/** The imports of a file that lead up, or to a neighbour. */
function wrongImports(path: string, text: string): readonly string[] {
  const from = roomOf(path) ?? ''
  return [...text.matchAll(/(?:from|import\(|declare module)\s*'(\.[^']+)'/gu)]
    .map(([, specifier = '']) => relative(top, join(top, dirname(path), specifier)))
    .filter((to) => roomOf(to) !== undefined && !leadsDown(from, roomOf(to) ?? ''))
    .map((to) => `${path} imports ${to}`)
}

test('every file stands in a room that is planned, and every room has a file', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((path) => roomOf(path) === undefined)).toEqual([])
  const taken = new Set(files.map(roomOf))
  expect(rooms.filter((room) => !taken.has(room) && room !== 'specs/schemas')).toEqual([])
})

test('imports lead down', () => {
  const wrong = files.flatMap((path) => wrongImports(path, readFileSync(join(top, path), 'utf8')))
  expect(wrong).toEqual([])
})

/** A file, what it may not import, and what it may. */
const arrows = [
  ['suites/client/one.ts', '../runner/session.ts', '../verdict/verdict.ts'],
  ['suites/client/redaction/one.ts', '../../actors/actor.ts', '../target.ts'],
  ['suites/actors/one.ts', '../../endpoint/store.ts', '../../specs/model/decide.ts'],
  ['specs/contract/one.ts', '../wire/wire.ts', './citation.ts'],
  ['endpoint/one.ts', './faults/fault.ts', './store.ts'],
  ['endpoint/faults/one.ts', '../../suites/verdict/verdict.ts', '../fault.ts'],
  ['reports/results/one.ts', '../../harness/problem.ts', '../../suites/runner/selection.ts'],
  ['harness/run/one.ts', '../index.ts', '../problem.ts'],
  ['harness/one.ts', './run/targets.ts', './problem.ts'],
  ['bin/commands/one.ts', '../main.ts', '../options/numbers.ts'],
] as const

test.each(arrows)('%s does not import %s', (path, up, down) => {
  expect(wrongImports(path, `import { x } from '${up}'`)).toHaveLength(1)
  expect(wrongImports(path, `import { x } from '${down}'`)).toEqual([])
})

const workshop = mkdtempSync(join(tmpdir(), 'orgproof-rooms-'))
afterAll(() => rmSync(workshop, { recursive: true, force: true }))

test('the linter has the rules that the plan of the rooms gives', () => {
  const committed = readFileSync(join(top, 'bin/scripts/lint-rooms.json'), 'utf8')
  expect(committed, 'run `npm run refresh rooms`').toBe(lintRoomsText())
})

test('the linter sees what leads up, and nothing else', () => {
  for (const name of ['.oxlintrc.json', 'bin/scripts/lint-rooms.json']) {
    cpSync(join(top, name), join(workshop, name))
  }
  for (const [path, ...imports] of arrows) {
    mkdirSync(join(workshop, dirname(path)), { recursive: true })
    const lines = imports.map((from, index) => `export { x as x${index} } from '${from}'\n`)
    writeFileSync(join(workshop, path), lines.join(''))
  }
  const linter = join(top, 'node_modules/.bin/oxlint')
  const { stdout } = spawnSync(linter, ['--format', 'unix', '.'], {
    cwd: workshop,
    encoding: 'utf8',
  })
  const seen = stdout
    .split('\n')
    .flatMap((line) => /^(\S+?):(\d+):.*imports/u.exec(line)?.slice(1, 3).join(':') ?? [])
  expect(seen.toSorted()).toEqual(arrows.map(([path]) => `${path}:1`).toSorted())
})
