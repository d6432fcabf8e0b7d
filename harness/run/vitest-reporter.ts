import type { Reporter } from 'vitest/node'

import { pinnedTo, type Told } from '../../suites/runner/messages.ts'

/** What somebody wants to hear of a run while it goes on. */
export interface Ears {
  told(told: Told): void
  /** what could not be taken back at a target */
  left(target: string, what: readonly string[]): void
  /** the suite itself broke */
  broken(why: string): void
}

/** Passes on what the suite says through its runner. */
export function listener(ears: Ears): Reporter {
  return {
    onTestCaseResult: (testCase) => {
      const { told } = pinnedTo(testCase.meta())
      const { errors = [] } = testCase.result()
      if (told !== undefined) ears.told(told)
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
