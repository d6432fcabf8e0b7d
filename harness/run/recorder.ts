import { enter, leftovers, type Write } from '../../suites/actors/ledger.ts'
import type { SuiteMessage, CheckReport } from '../../suites/runner/messages.ts'
import type { Check } from '../../suites/verdict/verdict.ts'
import type { Progress } from './progress.ts'
import type { RunFiles } from './run-files.ts'
import type { RunListener } from './vitest-reporter.ts'

/** What was heard of a run so far. */
export interface Recorded {
  readonly reports: readonly CheckReport[]
  /** by target: every check that is to be asked */
  readonly planned: ReadonlyMap<string, readonly Check[]>
  /** by target: what could not be taken back */
  readonly left: ReadonlyMap<string, readonly string[]>
  /** what broke on our side */
  readonly broken: readonly string[]
}

/** Keeps what is heard of a run. */
export interface Recorder {
  /** hears what comes through the runner */
  readonly listener: RunListener
  /** hears what the suite says itself */
  readonly heard: (message: SuiteMessage) => void
  readonly recorded: () => Recorded
}

/** Keeps what is heard of a run, and passes it on to the record and the progress. */
export function openRecorder(files: RunFiles, progress: Progress): Recorder {
  const reports: CheckReport[] = []
  const left = new Map<string, readonly string[]>()
  const broken: string[] = []
  const { planned, writes, heard } = openSuiteNotes(progress)
  const listener: RunListener = {
    reported: (one) => {
      reports.push(one)
      files.reported(one)
      progress.reported(one)
    },
    left: (target, what) => void left.set(target, what),
    broken: (why) => void broken.push(why),
  }
  // a suite that ended early did not say what it left; its writes do
  const leftAt = (target: string): readonly string[] =>
    left.get(target) ?? leftovers(writes.get(target) ?? new Map())
  return {
    listener,
    heard,
    recorded: () => {
      const targets = new Set([...planned.keys(), ...left.keys()])
      const all = new Map([...targets].map((target) => [target, leftAt(target)]))
      return { reports, planned, broken, left: all }
    },
  }
}

interface SuiteNotes {
  readonly planned: ReadonlyMap<string, readonly Check[]>
  readonly writes: ReadonlyMap<string, ReadonlyMap<number, Write>>
  readonly heard: (message: SuiteMessage) => void
}

/** What the suite says itself: what it is going to ask, and what it writes. */
const openSuiteNotes = (progress: Progress): SuiteNotes => {
  const planned = new Map<string, readonly Check[]>()
  const writes = new Map<string, Map<number, Write>>()
  const heard = (message: SuiteMessage): void => {
    if (message.kind === 'planned') {
      planned.set(message.target, message.checks)
      progress.planned([...planned.values()].reduce((sum, checks) => sum + checks.length, 0))
    }
    if (message.kind !== 'write') return
    const known = writes.get(message.target) ?? new Map<number, Write>()
    writes.set(message.target, known)
    enter(known, message.entry)
  }
  return { planned, writes, heard }
}
