import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'

/** A lock that is held. */
export interface Lock {
  readonly release: () => void
}

/** Who holds a lock. */
export interface Holder {
  readonly pid: number
  /** when that process began, as the system counts; null where it does not say */
  readonly began: string | null
}

/** The locks of this process: no process is its own stranger. */
const own = new Set<string>()

/**
 * Locks a file by a second one beside it, which says who holds it; what a dead process left is taken over. Answers the
 * holder where it is held. Throws the system's error where no lock can be written.
 */
export function lockFile(path: string): Lock | { readonly heldBy: Holder } {
  const lock = `${path}.lock`
  if (own.has(lock)) return { heldBy: self() }
  if (!isWritten(lock)) {
    const holder = holderOf(lock)
    if (holder !== undefined && isAlive(holder)) return { heldBy: holder }
    const other = takeOver(lock, holder)
    if (other !== undefined) return { heldBy: other }
  }
  own.add(lock)
  return {
    release: () => {
      own.delete(lock)
      rmSync(lock, { force: true })
    },
  }
}

const self = (): Holder => ({ pid: process.pid, began: beganAt(process.pid) })

/** Writes the lock where there is none. */
const isWritten = (lock: string): boolean => {
  try {
    const file = openSync(lock, 'wx', 0o600)
    writeSync(file, `${JSON.stringify(self())}\n`)
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Takes the lock of a dead process away, and writes ours; answers who was quicker. */
const takeOver = (lock: string, dead: Holder | undefined): Holder | undefined => {
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    // somebody else took it away: whoever writes first has it
  }
  const moved = holderOf(aside)
  if (moved !== undefined && moved.pid !== dead?.pid) {
    // it was no dead one's any more: put it back
    linkSync(aside, lock)
    rmSync(aside, { force: true })
    return moved
  }
  rmSync(aside, { force: true })
  return isWritten(lock) ? undefined : (holderOf(lock) ?? { pid: 0, began: null })
}

const holderOf = (lock: string): Holder | undefined => {
  try {
    const { pid, began = null } = JSON.parse(readFileSync(lock, 'utf8')) as Partial<Holder>
    return typeof pid === 'number' ? { pid, began } : undefined
  } catch {
    return undefined
  }
}

/** Whether a process goes on, and is no later one that got the same number. */
const isAlive = ({ pid, began }: Holder): boolean => {
  if (pid === process.pid || !exists(pid)) return false
  const now = beganAt(pid)
  return began === null || now === null || now === began
}

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // it is there, and somebody else's
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began, in ticks since the system did (Linux: proc(5), field 22 of stat); null where nobody says. */
const beganAt = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the second field is a name in brackets, which may hold anything
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
