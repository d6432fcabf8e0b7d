import type { Reporter } from 'vitest/node'

import { pinnedTo, type CheckReport } from '../../suites/runner/messages.ts'

/** What somebody wants to hear of a run while it goes on. */
export interface RunListener {
  reported(report: CheckReport): void
  /** what could not be taken back at a target */
  left(target: string, what: readonly string[]): void
  /** the suite itself broke */
  broken(why: string): void
}

/** Passes on what the suite says through its runner. */
export function vitestReporter(ears: RunListener): Reporter {
  return {
    onTestCaseResult: (testCase) => {
      const { report } = pinnedTo(testCase.meta())
      const { errors = [] } = testCase.result()
      if (report !== undefined) ears.reported(report)
      else for (const { message } of errors) ears.broken(`${testCase.name}: ${message}`)
    },
    onTestSuiteResult: (suite) => {
      const { left } = pinnedTo(suite.meta())
      if (left !== undefined) ears.left(suite.name, left)
      for (const { message } of suite.errors()) ears.broken(`${suite.name}: ${message}`)
    },
    onTestRunEnd: (modules, errors) => {
      const all = [...modules.flatMap((module) => module.errors()), ...errors]
      for (const { message, stack } of all) ears.broken(stack ?? message)
    },
  }
}
