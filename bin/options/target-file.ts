import { didYouMean } from '../../harness/nearest.ts'
import { quoted, type Problem } from '../../harness/problem.ts'
import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import { parseJson } from '../files/parse-json.ts'
import type { Parsed, SyntaxFault } from '../files/parsed.ts'
import { readText } from '../files/read-text.ts'
import { presetNames, readPreset } from './presets.ts'
import { targetProblems } from './target-problems.ts'

/** What a target file says, its preset filled in; not yet a whole target. */
export interface TargetDraft {
  readonly draft: JsonObject
  readonly problems: readonly Problem[]
  /** the line and column of a value of the file itself */
  readonly at: Parsed['at']
  /** it is a preset, which everybody can read */
  readonly shipped?: true
}

/** Bytes of a target file: the longest that anybody needs has a tenth. */
const limit = 64 * 1024

/**
 * Reads a target: the name of a preset, or a YAML or JSON file, which may name a preset to start from.
 * Whatever is wrong with it is a problem, never an exception.
 */
export async function readTargetFile(nameOrPath: string): Promise<TargetDraft> {
  const presets = presetNames()
  const isPreset = presets.includes(nameOrPath)
  const text = isPreset ? await readPreset(nameOrPath) : await readOwn(nameOrPath, presets)
  if (typeof text !== 'string') return nothing(text)
  const parsed = isPreset ? parseJson(text) : await parseOwn(text)
  if ('says' in parsed) {
    return nothing({ code: 'TARGET_SYNTAX', message: `${nameOrPath}:${parsed.at} ${parsed.says}` })
  }
  const draft = await draftOf(parsed, nameOrPath)
  const preset = isObject(parsed.value) ? parsed.value['preset'] : undefined
  if (isPreset) return { ...draft, shipped: true }
  return typeof preset === 'string' ? onPreset(draft, preset, presets) : draft
}

const draftOf = async (parsed: Parsed, path: string): Promise<TargetDraft> => {
  const { value, at } = parsed
  if (!isObject(value)) {
    const message = `${path}: a target is a mapping of names to values`
    return nothing({ code: 'TARGET_SHAPE', message })
  }
  const { preset: _, $schema: __, $comment: ___, ...draft } = value
  return { draft, problems: await targetProblems(parsed, path), at }
}

/** What a file says, over what its preset says. */
const onPreset = async (
  { draft, problems, at }: TargetDraft,
  preset: string,
  presets: readonly string[],
): Promise<TargetDraft> => {
  if (!presets.includes(preset)) {
    const message = `the target file names a preset that is not known, at ${at('/preset')}`
    return { draft, problems: [...problems, unknownPreset(message, preset, presets)], at }
  }
  const base = await readTargetFile(preset)
  // another endpoint deserves another name
  const name = `${preset}-like`
  return {
    draft: { ...base.draft, name, ...draft },
    problems: [...base.problems, ...problems],
    at,
  }
}

const nothing = (problem: Problem): TargetDraft => ({
  draft: {},
  problems: [problem],
  at: () => undefined,
})

const readOwn = async (path: string, presets: readonly string[]): Promise<string | Problem> => {
  const read = await readText(path, limit)
  if ('text' in read) return read.text.replace(/^\uFEFF/, '')
  if (!read.missing) return read.problem
  return unknownPreset(`there is no target file or preset ${quoted(path)}`, path, presets)
}

/** What somebody wrote may be YAML; our presets are JSON, and need no reader of YAML. */
const parseOwn = async (text: string): Promise<Parsed | SyntaxFault> =>
  (await import('../files/parse-yaml.ts')).parseYaml(text)

const unknownPreset = (message: string, name: string, presets: readonly string[]): Problem => ({
  code: 'TARGET_NOT_FOUND',
  message,
  hint: didYouMean(name, presets) ?? `presets are ${presets.join(', ')}`,
})
