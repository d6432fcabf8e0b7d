import { enter, isOpen, type LedgerEntry, type Write, type Writes } from '../../suites/actors/ledger.ts'
import { ledgerSchema, type LedgerHeader } from './ledger-header.ts'

/** A line of a ledger's text. */
export interface LedgerLine {
  /** counted from 1 */
  readonly line: number
  readonly text: string
}

/** The lines of a ledger, and how much of the text they are. */
export interface LedgerLines {
  readonly lines: readonly LedgerLine[]
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

/** A ledger's file is larger than any run writes: so many bytes are read at most. */
export const ledgerLimit: number = 64 * 1024 ** 2

/** Splits the text of a ledger. A last line that has no end counts where it can be read nevertheless. */
export function linesOf(text: string): LedgerLines {
  const parts = text.split('\n')
  const last = parts.pop() ?? ''
  const lines = parts.map((part, at) => ({ line: at + 1, text: part }))
  if (last === '') return { lines }
  if (isJson(last)) return { lines: [...lines, { line: parts.length + 1, text: last }] }
  return { lines, cut: last }
}

/**
 * What a ledger says, read without words for what is wrong with it: undefined where a line is none of a ledger, of
 * another run, or about a write that nobody meant.
 */
export function parseLedger(text: string): ParsedLedger | undefined {
  const { lines, ...rest } = linesOf(text)
  try {
    const [header, ...entries] = lines.map((one) => JSON.parse(one.text) as unknown)
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
    enter(writes, entry as LedgerEntry)
  }
  return writes
}

/** Whether something may be left of a ledger's writes. */
export function isOpenLedger({ writes }: ParsedLedger): boolean {
  return [...writes.values()].some(isOpen)
}

const isHeader = (value: unknown): value is LedgerHeader =>
  (value as Partial<LedgerHeader> | null)?.schema === ledgerSchema

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
