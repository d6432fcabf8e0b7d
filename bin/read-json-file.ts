import { readFile } from 'node:fs/promises'

import { Ajv2020 } from 'ajv/dist/2020.js'

import type { Problem } from './problem.ts'

/** A kind of file: its schema, and the type that describes the same. */
export interface FileKind<T> {
  readonly schema: object
  readonly typed: (value: unknown) => T
}

/** A JSON file that fits its schema, or what is wrong with it. */
export async function readJsonFile<T>(
  path: string,
  { schema, typed }: FileKind<T>,
): Promise<{ readonly content: T } | { readonly problems: readonly Problem[] }> {
  const read = await parsed(path)
  if ('code' in read) return { problems: [read] }
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  const validate = ajv.compile(schema)
  if (validate(read.value)) return { content: typed(read.value) }
  const problems = (validate.errors ?? []).slice(0, problemsShown).map((error) => ({
    code: 'FILE_SHAPE',
    message: `${path} at ${error.instancePath || '/'} ${error.message ?? error.keyword}`,
  }))
  return { problems }
}

/** A file of quite another kind breaks a schema everywhere; the first places tell enough. */
const problemsShown = 5

const parsed = async (path: string): Promise<{ readonly value: unknown } | Problem> => {
  try {
    return { value: JSON.parse(await readFile(path, 'utf8')) as unknown }
  } catch (error) {
    const message = `${path}: ${error instanceof Error ? error.message : String(error)}`
    return { code: 'FILE_UNREADABLE', message, hint: 'it is to be a JSON file' }
  }
}
