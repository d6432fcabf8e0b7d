import { enter, leftovers, type Write } from '../../suites/actors/ledger.ts'
import type { Redact } from '../../suites/client/redaction.ts'
import type { CheckReport, SuiteMessage } from '../../suites/runner/messages.ts'
import type { Check } from '../../suites/verdict/verdict.ts'
import { keptReports, type EarlierRun } from './earlier-run.ts'
import type { Progress } from './progress.ts'
import type { RunFiles } from './run-files.ts'

/** What is known of a run so far. */
export interface Recorded {
  readonly reports: readonly CheckReport[]
  /** by target: every check that is to be asked */
  readonly planned: ReadonlyMap<string, readonly Check[]>
  /** by target: what could not be taken back */
  readonly left: ReadonlyMap<string, readonly string[]>
  /** what broke on our side */
  readonly broken: readonly string[]
}

/** Keeps what comes of a run. */
export interface Recorder {
  /** takes what the suite says */
  readonly heard: (message: SuiteMessage) => void
  /** takes what broke on our side */
  readonly broken: (why: string) => void
  readonly recorded: () => Recorded
}

/** Whom a recorder tells what it hears. */
export interface RecorderParts {
  readonly files: RunFiles
  readonly progress: Progress
  /** takes out of what the suite did not get to tell whose the targets are */
  readonly hide: Redact
  /** the part of the run that was before this one; there was none when absent */
  readonly earlier?: EarlierRun
}

/**
 * Keeps what comes of a run, and passes every judged check on to the files and the progress. What an
 * earlier part of the run judged stands in the files already.
 */
export function openRecorder({ files, progress, hide, earlier }: RecorderParts): Recorder {
  const reports: CheckReport[] = []
  const planned = new Map<string, readonly Check[]>()
  const writes: Writes = new Map()
  const left = new Map<string, readonly string[]>()
  const broken: string[] = []
  const known = (more: readonly CheckReport[], write: () => void): void => {
    reports.push(...more)
    write()
    progress.reported(more)
  }
  const heard = (message: SuiteMessage): void => {
    switch (message.kind) {
      case 'ready':
        return
      case 'planned':
        planned.set(message.target, message.checks)
        progress.planned(sum([...planned.values()].map(({ length }) => length)))
        return earlier && known(keptReports(earlier, message), () => {})
      case 'judged':
        return known(message.reports, () => files.reported(message.reports, message))
      case 'write':
        return note(writes, message)
      case 'waiting':
        return progress.waiting(message.target, message.wait)
      case 'left':
        return void left.set(message.target, message.what)
    }
  }
  return {
    heard,
    broken: (why) => void broken.push(why),
    recorded: () => {
      const all = new Map(
        [...planned.keys()].map((target) => [target, leftAt(target, { left, writes, hide })]),
      )
      return { reports, planned, broken, left: all }
    },
  }
}

interface LeftParts {
  readonly left: ReadonlyMap<string, readonly string[]>
  readonly writes: Writes
  readonly hide: Redact
}

/** A suite that ended early did not say what it left; its writes do. */
const leftAt = (target: string, { left, writes, hide }: LeftParts): readonly string[] =>
  left.get(target) ?? leftovers(writes.get(target) ?? new Map()).map(hide)

type Writes = Map<string, Map<number, Write>>

/** Enters a write with those that are known of its target. */
const note = (
  writes: Writes,
  { target, entry }: Extract<SuiteMessage, { readonly kind: 'write' }>,
): void => {
  const known = writes.get(target) ?? new Map<number, Write>()
  writes.set(target, known)
  enter(known, entry)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
