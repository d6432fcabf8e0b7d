import { linesOf } from '../../harness/ledger/parse-ledger.ts'
import { mostTold, type Problem } from '../../harness/problem.ts'
import type { EventsHeader } from '../../reports/results/events.ts'
import schema from '../../specs/schemas/events.schema.json' with { type: 'json' }
import type { EventLine } from './earlier-of.ts'
import type { FileRead } from './file-kind.ts'
import { readLine, syntax } from './read-line.ts'
import { readText } from './read-text.ts'

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
