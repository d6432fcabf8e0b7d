import { readdir } from 'node:fs/promises'

import { scenarioId, type Scenario } from '../dsl/scenario.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { MayAsk } from './selection.ts'

/** The folders are the registry; the ids of a folder's scenarios begin with its kind. */
const folders = [
  { kind: 'scenario', url: new URL('../scenarios/', import.meta.url) },
  { kind: 'law', url: new URL('../laws/', import.meta.url) },
] as const

/**
 * Every scenario there is, or those that `mayAsk` does not rule out: also those in folders within the folders. A file
 * exports its scenario as its one export.
 * Throws when a file exports anything else, or a scenario whose id is not the file's name.
 */
export async function loadScenarios(mayAsk: MayAsk = () => true): Promise<readonly Scenario[]> {
  const loaded = await Promise.all(folders.map((folder) => loadFolder(folder, mayAsk)))
  return loaded.flat().toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

const loadFolder = async (
  { kind, url }: (typeof folders)[number],
  mayAsk: MayAsk,
): Promise<readonly Scenario[]> => {
  const entries = await readdir(url, { recursive: true })
  const files = entries.flatMap((file) => {
    const [, id] = /([^/]*)(?<!\.test|\.d)\.[jt]s$/.exec(file) ?? []
    return id === undefined || !mayAsk(`${scenarioId({ kind, id })}/`) ? [] : [{ file, id }]
  })
  return Promise.all(files.map(({ file, id }) => loadFile(new URL(file, url), { kind, id })))
}

const loadFile = async (
  file: URL,
  { kind, id }: Required<Pick<Scenario, 'kind' | 'id'>>,
): Promise<Scenario> => {
  const exported: unknown[] = Object.values((await import(file.href)) as object)
  const [only, more] = exported
  if (more !== undefined || !isScenario(only)) throw new Error(`${id} exports no single scenario`)
  if (only.id !== id)
    throw new Error(`${id} exports the scenario ${only.id}: a scenario has its file's name`)
  if ((only.kind ?? 'scenario') !== kind)
    throw new Error(`${id} is a ${only.kind}, and does not stand in the folder of those`)
  return { ...only, source: sourceOf(file.href) }
}

const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' && value !== null && 'run' in value && 'checks' in value
