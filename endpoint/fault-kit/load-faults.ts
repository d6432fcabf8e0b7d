import { readdir } from 'node:fs/promises'

import type { KnownFault } from '../fault.ts'

/** The registry is the folder: whatever module stands in it is a fault. */
const folder = new URL('../faults/', import.meta.url)

/**
 * Loads every fault there is, by name. Throws when a module of the folder does not export exactly one fault that is
 * named after its file.
 */
export async function loadFaults(): Promise<readonly KnownFault[]> {
  const files = (await readdir(folder)).filter((file) => /^[a-z0-9-]+\.[jt]s$/u.test(file))
  return await Promise.all(files.toSorted().map(loadFault))
}

const loadFault = async (file: string): Promise<KnownFault> => {
  const loaded = (await import(new URL(file, folder).href)) as Readonly<Record<string, KnownFault>>
  const [fault, ...more] = Object.values(loaded)
  if (fault?.name !== file.slice(0, -3) || more.length > 0) {
    throw new Error(`endpoint/faults/${file} must export one fault named ${file.slice(0, -3)}`)
  }
  return fault
}
