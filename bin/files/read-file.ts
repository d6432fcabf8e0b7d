import type { Problem } from '../../harness/problem.ts'
import type { FileKind, FileRead } from './file-kind.ts'
import type { Parsed } from './parsed.ts'
import { readText } from './read-text.ts'
import { schemaProblems } from './schema-problems.ts'

/** A file of one kind: read within its limits, held against its schema, then against itself. */
export async function readFile<T>(path: string, kind: FileKind<T>): Promise<FileRead<T>> {
  const parsed = await readParsed(path, kind)
  return 'problems' in parsed ? parsed : fitting(path, parsed.content, kind)
}

/** What a file says, whatever that is; or that it can not be read, or is not written as its kind is. */
export async function readParsed(
  path: string,
  { limit, parse }: Pick<FileKind<unknown>, 'limit' | 'parse'>,
): Promise<FileRead<Parsed>> {
  const read = await readText(path, limit)
  return 'problem' in read ? { problems: [read.problem] } : parsedText(path, read.text, parse)
}

/** What the text of a file says, or that it is not written as its kind is. */
export function parsedText(
  path: string,
  text: string,
  parse: FileKind<unknown>['parse'],
): FileRead<Parsed> {
  // some editors begin a file with a byte order mark; it belongs to no format
  const parsed = parse(text.replace(/^\uFEFF/, ''))
  if ('value' in parsed) return { content: parsed }
  return { problems: [{ code: 'FILE_SYNTAX', message: `${path}:${parsed.at} ${parsed.says}` }] }
}

/** What a file says, when it fits its kind. */
export function fitting<T>(path: string, parsed: Parsed, kind: FileKind<T>): FileRead<T> {
  const shape = schemaProblems(parsed, { schema: kind.schema, path, prefix: 'FILE' })
  if (shape.length > 0) return { problems: shape }
  const content = kind.typed(parsed.value)
  const problems = (kind.contradictions?.(content) ?? []).map((says): Problem => ({
    code: 'FILE_CONTRADICTS_ITSELF',
    message: `${path}: ${says}`,
  }))
  return problems.length > 0 ? { problems } : { content }
}
