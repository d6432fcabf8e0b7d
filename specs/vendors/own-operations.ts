import { readdir } from 'node:fs/promises'

import type { FeatureRow, Features } from '../vendor/feature.ts'
import { neutralFeatures } from '../vendor/neutral-features.ts'
import { isOwnOperation, type OwnOperation } from '../vendor/own-operation.ts'
import type { Vendor, VendorFacts, VendorId } from '../vendor/vendor.ts'

/**
 * What a vendor alone offers: the folders of <vendor>/own/ are the registry, in the order of their names. Each holds a
 * file of its own name, whose one export is the operation and is called like the folder. Throws where one does not.
 */
export async function readOwn(id: VendorId): Promise<readonly OwnOperation[]> {
  const folder = new URL(`./${id}/own/`, import.meta.url)
  const entries = await readdir(folder, { withFileTypes: true }).catch(none)
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(names.toSorted().map((name) => readOperation(folder, name)))
}

/** A vendor that alone offers nothing has no such folder. */
const none = (error: NodeJS.ErrnoException): readonly [] => {
  if (error.code === 'ENOENT') return []
  throw error
}

/** A file of this program has the ending that this one has: .ts in the sources, .js where it was built. */
const ending = import.meta.url.slice(import.meta.url.lastIndexOf('.'))

const readOperation = async (folder: URL, name: string): Promise<OwnOperation> => {
  const file = new URL(`${name}/${name}${ending}`, folder)
  return ownOperation(name, (await import(file.href)) as object)
}

/** The operation that a file in a folder exports. Throws when it exports anything else, or under another name. */
export function ownOperation(folder: string, exports: object): OwnOperation {
  const verb = folder.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase())
  const [[name, operation] = [], ...more] = Object.entries<unknown>(
    exports as Record<string, unknown>,
  )
  if (name !== verb || more.length > 0 || !isOwnOperation(operation) || operation.verb !== verb)
    throw new Error(`own/${folder} exports not just the operation ${verb}`)
  return operation
}

/**
 * A vendor with what it alone offers: its operations join the dialect, the workflows, the request templates and the
 * features, so that nobody who reads these needs to know where they stand. In the dialect they go before the neutral
 * rows: where both say one operation, theirs is the more special reading.
 */
export function withOwn(facts: VendorFacts, own: readonly OwnOperation[]): Vendor {
  return {
    ...facts,
    own,
    dialect: { ...table(own, ({ verb, row }) => [verb, row]), ...facts.dialect },
    workflows: {
      ...table(own, ({ verb, workflow }) => workflow && [verb, workflow]),
      ...facts.workflows,
    },
    requestTemplates: {
      ...table(own, ({ row, template }) => template && [row.operation, template]),
      ...facts.requestTemplates,
    },
    features: { ...neutralFeatures, ...featuresOf(own) },
  }
}

/** A part of each operation that has it, by a name. */
const table = <T>(
  own: readonly OwnOperation[],
  entryOf: (operation: OwnOperation) => readonly [string, T] | undefined,
): Readonly<Record<string, T>> =>
  Object.fromEntries(
    own.flatMap((one) => {
      const entry = entryOf(one)
      return entry === undefined ? [] : [entry]
    }),
  )

/** The features that own operations make up. Throws where one is neutral, or where two give one feature two titles. */
export function featuresOf(own: readonly OwnOperation[]): Features {
  const features = new Map<string, FeatureRow>()
  for (const { verb, feature } of own) {
    if (feature.id in neutralFeatures)
      throw new Error(`${verb}: ${feature.id} is a neutral feature`)
    const { title, verbs } = features.get(feature.id) ?? { title: feature.title, verbs: [] }
    if (title !== feature.title)
      throw new Error(`${verb} calls the feature ${feature.id} otherwise`)
    features.set(feature.id, { title, verbs: [...verbs, verb] })
  }
  return Object.fromEntries(features)
}
