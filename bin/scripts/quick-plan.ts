import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { roomOf } from './rooms.ts'
import { top } from './run-tool.ts'

/** What a quick check asks of what has changed. */
export interface QuickPlan {
  /** rooms to lint */
  readonly lint: readonly string[]
  /** files to hold against the format */
  readonly format: readonly string[]
  /** rooms whose tests are asked, as far as they reach what has changed */
  readonly related: readonly string[]
  /** tests that read whole folders, so that no import leads from them to what has changed */
  readonly readers: readonly string[]
}

const rules = ['suites/runner/manners.test.ts']

/** Rooms whose files are found by their names, and the tests that read all of them. */
const readBy: Readonly<Record<string, readonly string[]>> = {
  'suites/scenarios': rules,
  'suites/laws': rules,
  'specs/vendors': rules,
  'endpoint/faults': ['endpoint/faults.test.ts'],
  'endpoint/variants': ['endpoint/variants.test.ts'],
}

/** What to ask when these files, by their paths from the top, are new or changed. */
export function quickPlan(changed: readonly string[]): QuickPlan {
  const sources = changed.filter((path) => /\.(?:tsx?|json)$/u.test(path))
  const touched = [...new Set(sources.flatMap((path) => roomOf(path) ?? []))]
  const withCode = touched.filter((room) => changed.some((path) => isCodeOf(room, path)))
  return {
    lint: withCode,
    format: changed.filter((path) => formatted.test(path)),
    related: touched.filter(hasTests),
    readers: [...new Set(touched.flatMap((room) => readBy[room] ?? []))],
  }
}

const formatted =
  /^(?:(?:bin|endpoint|harness|reports|specs|suites)\/.+\.(?:tsx?|json|md)|[\w.]+\.(?:ts|json|md))$/u

const isCodeOf = (room: string, path: string): boolean =>
  roomOf(path) === room && /\.tsx?$/u.test(path)

const hasTests = (room: string): boolean => {
  const path = join(top, room)
  if (!existsSync(path)) return false
  if (room.endsWith('.ts')) return existsSync(path.replace(/\.ts$/u, '.test.ts'))
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).some((name) =>
    name.endsWith('.test.ts'),
  )
}
