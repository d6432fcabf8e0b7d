import { isLasting, isOpen, type Write, type Writes } from '../../suites/actors/ledger.ts'

/** What a ledger says of the writes of one operation by one account: each of them is counted in one of the last five. */
export interface LedgerKind {
  readonly operation: string
  readonly account: string
  readonly written: number
  /** refused, or never sent: nothing came of them */
  readonly void: number
  /** taken back, as the endpoint says */
  readonly undone: number
  /** a look showed that nothing of them stands */
  readonly proven: number
  /** something may be left of them */
  readonly open: number
  /** nothing takes them back */
  readonly lasting: number
}

/** The writes of a ledger by kind and account, in the order in which each kind came first. */
export function kindsOf(writes: Writes): readonly LedgerKind[] {
  const kinds = new Map<string, readonly Write[]>()
  for (const write of writes.values()) {
    const kind = `${write.operation} ${write.account}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), write])
  }
  return [...kinds.values()].flatMap((all) => kindOf(all))
}

const kindOf = (all: readonly Write[]): readonly LedgerKind[] => {
  const [first] = all
  if (first === undefined) return []
  const count = (state: ReturnType<typeof stateOf>): number =>
    all.filter((write) => stateOf(write) === state).length
  return [
    {
      operation: first.operation,
      account: first.account,
      written: all.length,
      void: count('void'),
      undone: count('undone'),
      proven: count('proven'),
      open: count('open'),
      lasting: count('lasting'),
    },
  ]
}

const stateOf = (write: Write): 'void' | 'undone' | 'proven' | 'open' | 'lasting' => {
  if (isLasting(write)) return 'lasting'
  if (isOpen(write)) return 'open'
  if (write.proven) return 'proven'
  return write.undone ? 'undone' : 'void'
}
