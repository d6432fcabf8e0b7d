import { readdir } from 'node:fs/promises'

import type { KnownVariant } from '../variant.ts'

/** The registry is the folder: whatever module stands in it is a variant. */
const folder = new URL('../variants/', import.meta.url)

/**
 * Loads every variant there is, by name. Throws when a module of the folder does not export exactly one variant that is
 * named after its file.
 */
export async function loadVariants(): Promise<readonly KnownVariant[]> {
  const files = (await readdir(folder)).filter((file) => /^[a-z0-9-]+\.[jt]s$/u.test(file))
  return await Promise.all(files.toSorted().map(loadVariant))
}

const loadVariant = async (file: string): Promise<KnownVariant> => {
  const loaded = (await import(new URL(file, folder).href)) as Readonly<
    Record<string, KnownVariant>
  >
  const [variant, ...more] = Object.values(loaded)
  if (variant?.name !== file.slice(0, -3) || more.length > 0) {
    throw new Error(`endpoint/variants/${file} must export one variant named ${file.slice(0, -3)}`)
  }
  return variant
}
