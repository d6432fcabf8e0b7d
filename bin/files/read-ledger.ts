import type { LedgerHeader } from '../../harness/ledger/ledger-header.ts'
import {
  ledgerLimit,
  linesOf,
  mostLines,
  writesOf,
  type LedgerLineEntry,
  type ParsedLedger,
} from '../../harness/ledger/parse-ledger.ts'
import { mostTold, type Problem } from '../../harness/problem.ts'
import schema from '../../specs/schemas/ledger.schema.json' with { type: 'json' }
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { FileRead } from './file-kind.ts'
import { ledgerContradictions } from './ledger-contradictions.ts'
import { readLine, syntax } from './read-line.ts'
import { readText } from './read-text.ts'

const { $defs } = schema
const headerSchema = { $defs, ...$defs.header }
const entrySchema = { $defs, ...$defs.entry }

/**
 * A ledger from its file, or what is wrong with it: each line is held against its schema, then against the lines before
 * it, and against what its vendor can take back. A last line that was cut while it was written is no mistake.
 */
export async function readLedger(path: string): Promise<FileRead<ParsedLedger>> {
  const read = await readText(path, ledgerLimit)
  if ('problem' in read) return { problems: [read.problem] }
  const { lines, cut } = linesOf(read.text.replace(/^\uFEFF/u, ''))
  const [first, ...rest] = lines
  if (first === undefined) return { problems: [syntax(path, '1:1', 'is no header of a ledger')] }
  if (lines.length > mostLines) return { problems: [tooLong(path)] }
  const header = readLine<LedgerHeader>(first, { path, line: 1, against: headerSchema })
  // of what is no ledger every line would be wrong
  if ('problems' in header) return header
  const entries = readEntries(path, rest)
  if ('problems' in entries) return entries
  const parts = { header: header.content, entries: entries.content }
  const problems = await contradictionsOf(path, parts)
  if (problems.length > 0) return { problems }
  const writes = writesOf(parts.entries, parts.header.run)
  return { content: { header: parts.header, writes, ...(cut !== undefined && { cut }) } }
}

interface LedgerParts {
  readonly header: LedgerHeader
  readonly entries: readonly LedgerLineEntry[]
}

const readEntries = (
  path: string,
  lines: readonly string[],
): FileRead<readonly LedgerLineEntry[]> => {
  const entries: LedgerLineEntry[] = []
  const problems: Problem[] = []
  for (const [at, text] of lines.entries()) {
    const read = readLine<LedgerLineEntry>(text, { path, line: at + 2, against: entrySchema })
    if ('content' in read) entries.push(read.content)
    else problems.push(...read.problems)
    // a long file may be wrong throughout: what is told is enough
    if (problems.length >= mostTold) break
  }
  return problems.length > 0 ? { problems } : { content: entries }
}

const tooLong = (path: string): Problem => ({
  code: 'FILE_TOO_LARGE',
  message: `${path} has more than ${mostLines} lines`,
})

const contradictionsOf = async (
  path: string,
  { header, entries }: LedgerParts,
): Promise<readonly Problem[]> => {
  const id = knownVendors.find((known) => known === header.target.vendor)
  const found =
    id === undefined
      ? [{ line: 1, says: 'the vendor is not known' }]
      : ledgerContradictions(await loadVendor(id), header, entries)
  return found.map(({ line, says }) => ({
    code: 'FILE_CONTRADICTS_ITSELF',
    message: `${path}:${line} ${says}`,
  }))
}
