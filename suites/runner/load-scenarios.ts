import { readdir } from 'node:fs/promises'

import type { Scenario } from '../dsl/scenario.ts'

/**
 * Every scenario there is: the folders are the registry, those within them, too. A file exports its scenario as its one
 * export.
 * Throws when a file exports anything else, or a scenario whose id is not the file's name.
 */
export async function loadScenarios(): Promise<readonly Scenario[]> {
  const loaded = await Promise.all(
    ['../scenarios/', '../laws/'].map((folder) => loadFolder(new URL(folder, import.meta.url))),
  )
  return loaded.flat().toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

const loadFolder = async (folder: URL): Promise<readonly Scenario[]> => {
  const entries = await readdir(folder, { recursive: true })
  const files = entries.filter((file) => /(?<!\.test|\.d)\.[jt]s$/.test(file))
  return Promise.all(files.map((file) => loadFile(new URL(file, folder))))
}

const loadFile = async (file: URL): Promise<Scenario> => {
  const exported: unknown[] = Object.values((await import(file.href)) as object)
  const name = file.pathname
    .split('/')
    .at(-1)
    ?.replace(/\.[jt]s$/, '')
  const [only, more] = exported
  if (more !== undefined || !isScenario(only)) throw new Error(`${name} exports no single scenario`)
  if (only.id !== name)
    throw new Error(`${name} exports the scenario ${only.id}: a scenario has its file's name`)
  return only
}

const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' && value !== null && 'run' in value && 'checks' in value
