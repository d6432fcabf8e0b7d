import { readFileSync } from 'node:fs'

/** Milliseconds between two looks. */
const interval = 250

/** Whoever starts us may have ended by the time that somebody asks. */
const starter = process.ppid

/** The parent of a process, where that can be told. */
const parentOf = (process: number): number | undefined => {
  try {
    // the name stands in brackets and may hold anything, brackets too
    const [, parent] = /^.*\) \S (\d+)/su.exec(readFileSync(`/proc/${process}/stat`, 'utf8')) ?? []
    return parent === undefined ? undefined : Number(parent)
  } catch {
    return undefined
  }
}

/**
 * Calls once, when whoever started this process has ended: its parent, and where npm or npx did it, what stands between
 * them. A parent that ends leaves its children to another one, without a signal.
 */
export function whenStarterEnds(ended: () => void): void {
  // npm starts a shell that starts us, or becomes us; of systems without /proc only the parent is known
  const beyond = isShellOfNpm() ? parentOf(starter) : undefined
  const timer = setInterval(() => {
    if (process.ppid === starter && (beyond === undefined || parentOf(starter) === beyond)) return
    clearInterval(timer)
    ended()
  }, interval)
  timer.unref()
}

/** Whether a shell started us that npm started. */
const isShellOfNpm = (): boolean =>
  /^(?:\/\S*\/)?(?:sh|dash|bash|ash)$/u.test(wordsOf(starter)[0] ?? '') &&
  wordsOf(parentOf(starter) ?? 0).some((word) => /\bnp[mx]\b/u.test(word))

const wordsOf = (process: number): readonly string[] => {
  try {
    return readFileSync(`/proc/${process}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}
