import type { Reporter } from 'vitest/node'

/**
 * Hears from the runner what broke on our side: a test that threw before it said what came of it, a hook, a file that
 * can not be loaded. What the checks came to, the suite says itself.
 */
export function vitestReporter(broken: (why: string) => void): Reporter {
  return {
    onTestCaseResult: (test) => {
      if (test.meta().told === true) return
      for (const { message } of test.result().errors ?? []) broken(`${test.name}: ${message}`)
    },
    onTestSuiteResult: (suite) => {
      for (const { message } of suite.errors()) broken(`${suite.name}: ${message}`)
    },
    onTestRunEnd: (modules, errors) => {
      const all = [...modules.flatMap((module) => module.errors()), ...errors]
      for (const { message, stack } of all) broken(stack ?? message)
    },
  }
}
