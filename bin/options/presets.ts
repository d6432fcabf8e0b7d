import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

import { packageRoot } from '../../harness/package-root.ts'

const folder = new URL('suites/targets/', packageRoot)

/** The names of the targets that ship with the suite. */
export function presetNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
}

/** What a preset says, unread. Rejects when there is none of that name. */
export async function readPreset(name: string): Promise<string> {
  return readFile(new URL(`${name}.json`, folder), 'utf8')
}
