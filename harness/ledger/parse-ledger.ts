import { isJsonText } from '../../specs/contract/json.ts'
import { awaitedIn } from '../../suites/actors/awaited-writes.ts'
import {
  enter,
  isOpen,
  type LedgerEntry,
  type Write,
  type Writes,
} from '../../suites/actors/ledger.ts'
import { ledgerSchema, type LedgerHeader } from './ledger-header.ts'

/** The lines of a ledger's text. */
export interface LedgerLines {
  readonly lines: readonly string[]
  /** the text of a last line that was cut while it was written: what it was to say was never acted upon */
  readonly cut?: string
}

/** A ledger that was read. */
export interface ParsedLedger {
  readonly header: LedgerHeader
  readonly writes: Writes
  /** the text of a last line that was cut */
  readonly cut?: string
}

/** So many bytes of a ledger are read at most, and so many lines: the largest that a run writes has a tenth. */
export const ledgerLimit: number = 64 * 1024 ** 2
export const mostLines = 1_000_000

/**
 * Splits the text of a ledger; of one that has too many, some more lines than there may be. A last line that has no end
 * counts where it can be read nevertheless.
 */
export function linesOf(text: string): LedgerLines {
  const lines = text.split('\n', mostLines + 2)
  const last = lines.pop() ?? ''
  if (last === '' || lines.length > mostLines) return { lines }
  return isJsonText(last) ? { lines: [...lines, last] } : { lines, cut: last }
}

/**
 * What a ledger says, read without words for what is wrong with it: undefined where a line is none of a ledger, of
 * another run, or about a write that nobody meant.
 */
export function parseLedger(text: string): ParsedLedger | undefined {
  const { lines, ...rest } = linesOf(text)
  try {
    const [header, ...entries] = lines.map((line) => JSON.parse(line) as unknown)
    if (!isHeader(header)) return undefined
    return { header, writes: writesOf(entries as readonly LedgerLineEntry[], header.run), ...rest }
  } catch {
    return undefined
  }
}

/** An entry as its line has it. */
export type LedgerLineEntry = LedgerEntry & { readonly run: string }

/** The writes that lines leave. Throws for a line of another run or about a write that nobody meant. */
export function writesOf(entries: readonly LedgerLineEntry[], own: string): Writes {
  const writes = new Map<number, Write>()
  for (const { run, ...entry } of entries) {
    if (run !== own) throw new Error('it is of another run')
    if (entry.step === 'intent' && entry.number !== writes.size + 1) {
      throw new Error('its number is not the next one')
    }
    enter(writes, entry)
  }
  return writes
}

/** Whether something may be left of a ledger's writes. */
export function isOpenLedger({ writes }: ParsedLedger): boolean {
  return [...writes.values()].some(isOpen)
}

/** Whether nothing is open but what a run that goes on goes on with: a human has yet to answer it. */
export function onlyAwaits({ writes }: Pick<ParsedLedger, 'writes'>): boolean {
  const awaited = new Set(awaitedIn(writes).map(({ number }) => number))
  return [...writes.values()].every((write) => !isOpen(write) || awaited.has(write.number))
}

/** A run's id becomes the name of a file. */
const isHeader = (value: unknown): value is LedgerHeader => {
  const { schema, run, target } = (value ?? {}) as Partial<LedgerHeader>
  const words = [target?.vendor, target?.endpoint, target?.management]
  return (
    schema === ledgerSchema &&
    typeof run === 'string' &&
    /^[0-9A-Za-z-]{1,64}$/u.test(run) &&
    words.every((word) => typeof word === 'string')
  )
}
