import type { Verb } from '../../specs/vocabulary/verbs.ts'

/**
 * One line of what is known of a write in an organization that is not the suite's own. A write begins with its
 * intent, recorded before it is sent. Plain data: it crosses threads, and can stand on disk as it is.
 */
export type LedgerEntry =
  | {
      readonly step: 'intent'
      readonly number: number
      readonly verb: Verb
      readonly operation: string
      readonly account: string
      /** null where a request could not be read as the verb's arguments */
      readonly args: unknown
      /** what stood before */
      readonly before?: string
      /** nothing takes it back: it is told, and never open */
      readonly lasting?: true
      /** when it was written, in ISO 8601, of what lasts */
      readonly at?: string
    }
  /** it was done; with the id of what it made, where the answer told */
  | { readonly step: 'done'; readonly number: number; readonly id?: string }
  /** its answer was lost: it may have been done, or still be */
  | { readonly step: 'lost'; readonly number: number }
  /** a look showed nothing of it yet */
  | { readonly step: 'unseen'; readonly number: number }
  /** it was refused, or never sent: nothing is left of it */
  | { readonly step: 'void'; readonly number: number }
  /** it was taken back, as the endpoint says */
  | { readonly step: 'undone'; readonly number: number }
  /**
   * a human has yet to answer it: it outlives the run, and the case that sent it goes on with it when that is resumed. The
   * account that it names was no member before; what the endpoint answered is missing where that held a secret
   */
  | {
      readonly step: 'waiting'
      readonly number: number
      readonly case: string
      readonly outside: true
      readonly answer?: unknown
    }
  /** a look showed that it does not stand any more */
  | { readonly step: 'proven'; readonly number: number }

type Intent = Extract<LedgerEntry, { step: 'intent' }>

/** A write as its entries leave it. */
export interface Write extends Omit<Intent, 'step'> {
  /** whether it was done: `unknown` while no answer told, `lost` where none will */
  readonly state: 'unknown' | 'lost' | 'done' | 'void'
  readonly id?: string
  /** its answer was lost, and a look showed nothing of it yet */
  readonly unseen?: true
  readonly undone: boolean
  readonly proven: boolean
  /** the case that goes on with it when a human has answered, and what it was answered when it was sent */
  readonly waiting?: { readonly case: string; readonly answer?: unknown }
}

/** The writes of a ledger, by number, in the order in which they were meant. */
export type Writes = ReadonlyMap<number, Write>

/** A ledger in memory. */
export interface Ledger {
  readonly writes: Writes
  /** how many writes there are, with those of an earlier part of the run */
  readonly written: () => number
  /** records an intent; answers the number of the write */
  readonly intend: (intent: Omit<Intent, 'step' | 'number'>) => number
  readonly note: (entry: Exclude<LedgerEntry, Intent>) => void
}

/**
 * Opens a ledger, empty unless writes are known of it, or it is known how many were written; `recorded` hears every entry before anything else happens: what
 * it throws keeps the write from being sent.
 */
export function openLedger(
  recorded: (entry: LedgerEntry) => void = () => {},
  known: Writes = new Map(),
  written: number = known.size,
): Ledger {
  const writes = new Map(known)
  const add = (entry: LedgerEntry): void => {
    recorded(entry)
    enter(writes, entry)
  }
  const all = (): number => written + (writes.size - known.size)
  return {
    writes,
    written: all,
    intend: (intent) => {
      const number = all() + 1
      add({ step: 'intent', number, ...intent })
      return number
    },
    note: add,
  }
}

/** Enters a line into the writes that the lines before it left. Throws for a line about a write that nobody meant. */
export function enter(writes: Map<number, Write>, entry: LedgerEntry): void {
  if (entry.step === 'intent') {
    const { step: _, ...intent } = entry
    writes.set(entry.number, { ...intent, state: 'unknown', undone: false, proven: false })
    return
  }
  const write = writes.get(entry.number)
  if (write === undefined) throw new Error(`the ledger knows no write ${entry.number}`)
  writes.set(entry.number, { ...write, ...changeOf(entry) })
}

const changeOf = (entry: Exclude<LedgerEntry, Intent>): Partial<Write> => {
  switch (entry.step) {
    case 'done':
      return { state: 'done', ...idIn(entry) }
    case 'lost':
      return { state: 'lost' }
    case 'unseen':
      return { unseen: true }
    case 'void':
      return { state: 'void' }
    case 'waiting':
      return { waiting: waitingIn(entry) }
    case 'undone':
      return { undone: true }
    case 'proven':
      return { undone: true, proven: true }
  }
}

const idIn = ({ id }: Extract<LedgerEntry, { step: 'done' }>): Pick<Write, 'id'> =>
  id === undefined ? {} : { id }

const waitingIn = ({
  case: one,
  answer,
}: Extract<LedgerEntry, { step: 'waiting' }>): NonNullable<Write['waiting']> => ({
  case: one,
  ...(answer !== undefined && { answer }),
})

/** Whether something may be left of a write that can be taken back. */
export function isOpen({ state, undone, lasting }: Write): boolean {
  return state !== 'void' && !undone && lasting !== true
}

/** Whether something may be left of a write for good. */
export function isLasting({ state, lasting }: Write): boolean {
  return lasting === true && state !== 'void'
}

/** Whether nobody can tell what a write did: its request could not be read, and no answer named what it made. */
export function isUnreadable({ args, id }: Write): boolean {
  return args === null && id === undefined
}

/** Whether something is of this run's making. */
export function isMade({ writes }: Ledger, id: string | undefined): boolean {
  return id !== undefined && [...writes.values()].some((write) => write.id === id)
}

/** What is left of writes, one line for each kind and account: what has an id by its id, and why, where that is known. */
export function leftovers(
  writes: Writes,
  why: ReadonlyMap<Verb, string> = new Map(),
): readonly string[] {
  const kinds = new Map<string, { readonly names: string[]; readonly reason: string }>()
  for (const write of [...writes.values()].filter(isOpen)) {
    const waits = write.waiting !== undefined && !why.has(write.verb)
    const kind = `${waits ? waitingPrefix : ''}${write.operation} by ${write.account}`
    const reason = why.get(write.verb)
    const known = kinds.get(kind) ?? {
      names: [],
      reason: waits ? waitingReason(write) : reason === undefined ? '' : ` (${reason})`,
    }
    known.names.push(nameOf(write))
    kinds.set(kind, known)
  }
  return [...kinds].map(([kind, { names, reason }]) => `${kind}: ${names.join(', ')}${reason}`)
}

/** What a line of `leftovers` begins with that is left on purpose. */
const waitingPrefix = 'waiting: '

/** Whether a line of what is left tells of what a human has yet to answer. */
export function isWaitingLine(line: string): boolean {
  return line.startsWith(waitingPrefix)
}

const waitingReason = ({ args }: Write): string => {
  const { target } = (args ?? {}) as { readonly target?: { readonly id?: string } }
  return ` (the account ${target?.id} has yet to answer by hand; orgproof run --resume DIR goes on then)`
}

/** How a write is told to people: by the id of what it made, else by its arguments. */
export function nameOf({ id, args, state }: Write): string {
  const name = id ?? (args === null ? 'a request that can not be read' : JSON.stringify(args))
  return state === 'done' ? name : `perhaps ${name}`
}
