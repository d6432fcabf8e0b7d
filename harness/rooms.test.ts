import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

/**
 * The rooms, from the ground up: a file imports from its own room and from rooms before it, types included. What stands
 * on one line knows nothing of its neighbours.
 */
const floors: readonly (readonly string[])[] = [
  ['specs/contract', 'specs/vocabulary', 'specs/schemas', 'reports/text'],
  ['specs/wire', 'specs/derive', 'specs/model'],
  ['specs/vendor'],
  ['specs/vendors', 'suites/verdict'],
  ['endpoint', 'suites/client'],
  ['endpoint/fault-kit', 'suites/actors'],
  ['endpoint/faults', 'suites/case'],
  ['suites/dsl', 'suites/protocol'],
  ['suites/contract', 'suites/laws', 'suites/scenarios'],
  ['suites/runner'],
  ['reports/results', 'harness', 'harness/bench', 'harness/selftest'],
  ['reports/matrix', 'reports/terminal'],
  ['reports/formats'],
  ['harness/run'],
  ['bin/bench', 'bin/shell'],
  ['bin/files', 'bin/outputs'],
  ['bin/options'],
  ['bin/documents'],
  ['bin/commands'],
  ['bin'],
]

const top = fileURLToPath(new URL('..', import.meta.url))
const names = ['bin', 'harness', 'specs', 'suites', 'endpoint', 'reports']

/** What is only for tests may know everything. */
const forTests = /\.test\.ts$|\/(testing|bad-input)\//

const files = names
  .flatMap((name) =>
    readdirSync(join(top, name), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(name, path),
    ),
  )
  .filter((path) => path.endsWith('.ts') && !forTests.test(path))

const floorOf = (path: string): number => {
  const [house = '', room = ''] = path.split('/')
  const inner = floors.findIndex((rooms) => rooms.includes(`${house}/${room}`))
  return inner < 0 ? floors.findIndex((rooms) => rooms.includes(house)) : inner
}

const roomOf = (path: string): string => {
  const [house = '', room = ''] = path.split('/')
  return floors.some((rooms) => rooms.includes(`${house}/${room}`)) ? `${house}/${room}` : house
}

/** The imports of a file that lead up, or to a neighbour. */
function wrongImports(path: string, text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)]
    .map(([, specifier = '']) => relative(top, join(top, dirname(path), specifier)))
    .filter((to) => roomOf(to) !== roomOf(path) && floorOf(to) >= floorOf(path))
    .map((to) => `${path} imports ${to}`)
}

test('every file stands in a room that is known', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((path) => floorOf(path) < 0)).toEqual([])
})

test('imports lead down, and never in a circle', () => {
  const wrong = files.flatMap((path) => wrongImports(path, readFileSync(join(top, path), 'utf8')))
  expect(wrong).toEqual([])
})

test('an import that leads up is seen', () => {
  const line = "import type { Session } from '../runner/session.ts'"
  expect(wrongImports('suites/client/client.ts', line)).toHaveLength(1)
  expect(
    wrongImports('suites/client/client.ts', "import { x } from '../actors/actor.ts'"),
  ).toHaveLength(1)
  expect(
    wrongImports('suites/client/client.ts', "import { x } from '../verdict/unmet.ts'"),
  ).toEqual([])
})
