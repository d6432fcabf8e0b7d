import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { mayImport } from '../scripts/rooms.ts'
import { runTool, top } from '../scripts/run-tool.ts'
import { program } from './program.ts'

/** When a file was last written, in milliseconds since 1970; 0 when there is none. */
const writtenAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const sources = (house: string): readonly string[] =>
  readdirSync(join(top, house), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|css|html)$/u.test(name) && !name.endsWith('.test.ts'))
    .map((name) => join(top, house, name))

/** Vitest calls it before tests that start the program: builds it where a source is newer than what was built last. */
export async function setup(): Promise<void> {
  const built = writtenAt(program)
  const newer = [join(top, 'tsconfig.build.json'), ...Object.keys(mayImport).flatMap(sources)].some(
    (path) => writtenAt(path) > built,
  )
  if (newer) await runTool('tsx', 'bin/scripts/build.ts')
}
