import type { LongWait } from '../../suites/actors/waiting.ts'
import type { CheckReport } from '../../suites/runner/messages.ts'

/** Says how far a run is. */
export interface Progress {
  /** how many there are in all */
  planned(count: number): void
  reported(reports: readonly CheckReport[]): void
  /** so many checks are rehearsed of all that are planned */
  rehearsed(through: number, planned: number): void
  /** a target takes its time */
  waiting(target: string, wait: LongWait): void
  close(): void
}

/** Where progress goes: a stream like stderr. */
export interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const barWidth = 30
/** Milliseconds between two lines where nobody watches live, and between two drawings where somebody does. */
const pace = { lines: 3000, bar: 100 }

/** A bar on a terminal, a plain line now and then elsewhere. */
export function openProgress(terminal: Terminal, now: () => number): Progress {
  const live = terminal.isTTY === true
  let [planned, done, wrong, last] = [0, 0, 0, now()]
  let what = 'checks'
  const text = (): string => `${done} of ${planned} ${what}${wrong === 0 ? '' : `, ${wrong} wrong`}`
  const draw = (): void => {
    const full = planned === 0 ? 0 : Math.round((done / planned) * barWidth)
    const bar = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`
    terminal.write(live ? `\r\u001B[2K${bar} ${text()}` : `${text()}\n`)
    last = now()
  }
  const drawLater = (): void => {
    if (now() - last >= (live ? pace.bar : pace.lines)) draw()
  }
  return {
    rehearsed: (through, count) => {
      ;[planned, done, what] = [count, through, 'checks rehearsed']
      drawLater()
    },
    planned: (count) => {
      planned = count
      draw()
    },
    reported: (reports) => {
      done += reports.length
      wrong += reports.filter(({ judged }) => isWrong(judged)).length
      drawLater()
    },
    waiting: (target, { for: kind, seconds, asks }) => {
      const line = `${target}: ${asks ?? `waiting for ${waitedFor[kind]} for ${seconds} s`}`
      terminal.write(live ? `\r\u001B[2K${line}\n` : `${line}\n`)
      if (live) draw()
    },
    close: () => {
      if (live) terminal.write('\r\u001B[2K')
    },
  }
}

const waitedFor: Readonly<Record<LongWait['for'], string>> = {
  creation: 'the creation of an account',
  closing: 'the closing of an account',
  listing: 'a change to be seen',
}

const isWrong = ({ verdict }: CheckReport['judged']): boolean =>
  verdict === 'fail' || verdict === 'error'
