import { linesOf } from '../../harness/ledger/parse-ledger.ts'
import { mostTold, type Problem } from '../../harness/problem.ts'
import type { EventsHeader } from '../../reports/results/events.ts'
import schema from '../../specs/schemas/events.schema.json' with { type: 'json' }
import type { EventLine } from './earlier-of.ts'
import type { FileRead } from './file-kind.ts'
import { parseJson } from './parse-json.ts'
import type { Parsed } from './parsed.ts'
import { readText } from './read-text.ts'
import { schemaProblems } from './schema-problems.ts'

const { $defs } = schema
const headerSchema = { $defs, ...$defs.header }
const laterSchema = { $defs, ...$defs.later }

/** Bytes of events that are read at most; a run of all vendors that keeps its evidence has a tenth. */
const limit = 256 * 1024 ** 2

/** The events of a run: their header, and the lines behind it that were written whole. */
export interface EventsRead {
  readonly header: EventsHeader
  readonly lines: readonly EventLine[]
}

/** The events of a run from their file, or what is wrong with them. A last line that was cut is no mistake. */
export async function readEvents(path: string): Promise<FileRead<EventsRead>> {
  const read = await readText(path, limit)
  if ('problem' in read) return { problems: [read.problem] }
  const { lines } = linesOf(read.text.replace(/^\uFEFF/u, ''))
  const [first, ...rest] = lines
  if (first === undefined) return { problems: [syntax(path, '1:1', 'is no header of a run')] }
  const header = readLine<EventsHeader>(first, { path, line: 1, against: headerSchema })
  // of what are no events every line would be wrong
  if ('problems' in header) return header
  const later: EventLine[] = []
  const problems: Problem[] = []
  for (const [at, text] of rest.entries()) {
    const one = readLine<EventLine['event']>(text, { path, line: at + 2, against: laterSchema })
    if ('content' in one) later.push({ text, event: one.content })
    else problems.push(...one.problems)
    if (problems.length >= mostTold) break
  }
  if (problems.length > 0) return { problems }
  return { content: { header: header.content, lines: later } }
}

interface LinePlace {
  readonly path: string
  /** counted from 1 */
  readonly line: number
  readonly against: object
}

const readLine = <T>(text: string, { path, line, against }: LinePlace): FileRead<T> => {
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

const syntax = (path: string, at: string, says: string): Problem => ({
  code: 'FILE_SYNTAX',
  message: `${path}:${at} ${says}`,
})
