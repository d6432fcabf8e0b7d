import type { Problem } from '../../harness/problem.ts'
import type { FileRead } from './file-kind.ts'
import { parseJson } from './parse-json.ts'
import type { Parsed } from './parsed.ts'
import { schemaProblems } from './schema-problems.ts'

/** A line of a file, and the schema that it is held against. */
export interface LinePlace {
  readonly path: string
  /** counted from 1 */
  readonly line: number
  readonly against: object
}

/** Reads one line of JSON; what is wrong with it is told by its place in the file. */
export function readLine<T>(text: string, { path, line, against }: LinePlace): FileRead<T> {
  const parsed = parseJson(text)
  if ('says' in parsed) return { problems: [syntax(path, inLine(line, parsed.at), parsed.says)] }
  const at: Parsed['at'] = (pointer) => {
    const place = parsed.at(pointer)
    return place === undefined ? String(line) : inLine(line, place)
  }
  const problems = schemaProblems({ ...parsed, at }, { schema: against, path, prefix: 'FILE' })
  return problems.length > 0 ? { problems } : { content: parsed.value as T }
}

/** A place in one line as a place in the file. */
const inLine = (line: number, place: string): string => `${line}:${place.split(':')[1] ?? '1'}`

/** A place in a file that is not written as it has to be. */
export function syntax(path: string, at: string, says: string): Problem {
  return { code: 'FILE_SYNTAX', message: `${path}:${at} ${says}` }
}
