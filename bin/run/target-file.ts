import { readFile } from 'node:fs/promises'

import { parseDocument } from 'yaml'

import { isObject, type JsonObject } from '../../specs/json.ts'
import { didYouMean } from '../nearest.ts'
import type { Problem } from '../problem.ts'
import { presetNames, readPreset } from './presets.ts'
import { schemaProblems } from './schema-problems.ts'

/** What a target file says, its preset filled in; not yet a whole target. */
export interface TargetDraft {
  readonly draft: JsonObject
  readonly problems: readonly Problem[]
}

/**
 * Reads a target: the name of a preset, or a YAML or JSON file, which may name a preset to start from.
 * Whatever is wrong with it is a problem, never an exception.
 */
export async function readTargetFile(nameOrPath: string): Promise<TargetDraft> {
  const presets = await presetNames()
  const isPreset = presets.includes(nameOrPath)
  const text = isPreset ? await readPreset(nameOrPath) : await readText(nameOrPath)
  if (text === undefined) {
    return { draft: {}, problems: [unknown('target file or preset', nameOrPath, presets)] }
  }
  const parsed = parse(text, nameOrPath)
  if ('code' in parsed) return { draft: {}, problems: [parsed] }
  const { preset, $schema: _, ...own } = parsed.value
  const problems = schemaProblems(parsed.value, nameOrPath)
  if (typeof preset !== 'string' || isPreset) return { draft: own, problems }
  if (!presets.includes(preset)) {
    return { draft: own, problems: [...problems, unknown('preset', preset, presets)] }
  }
  const base = await readTargetFile(preset)
  // another endpoint deserves another name
  const name = `${preset}-like`
  return { draft: { ...base.draft, name, ...own }, problems: [...base.problems, ...problems] }
}

const readText = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return undefined
  }
}

const parse = (text: string, path: string): { readonly value: JsonObject } | Problem => {
  // JSON is YAML: one reader for both, and its errors name line and column
  const document = parseDocument(text, { prettyErrors: true })
  const [error] = document.errors
  if (error !== undefined) return { code: 'TARGET_SYNTAX', message: `${path}: ${error.message}` }
  const value: unknown = document.toJS({ maxAliasCount: 100 })
  if (isObject(value)) return { value }
  return { code: 'TARGET_SHAPE', message: `${path}: a target is a mapping of names to values` }
}

const unknown = (kind: string, name: string, presets: readonly string[]): Problem => ({
  code: 'TARGET_NOT_FOUND',
  message: `there is no ${kind} "${name}"`,
  hint: didYouMean(name, presets) ?? `presets are ${presets.join(', ')}`,
})
