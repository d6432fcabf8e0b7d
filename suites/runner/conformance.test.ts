import { afterAll, describe, inject, test, type TestContext } from 'vitest'

import { reasonText, type JudgedCheck } from '../verdict/verdict.ts'
import { openRunnerChannel } from './runner-channel.ts'
import { openSuite } from './suite.ts'

// One test per case, all of a target's at once: the session decides how much goes on at a time. The checks of a case are
// decided together and told together; a test of its own for each would only cost (harness/run/README.md has the figures).

const request = inject('request')
const channel = await openRunnerChannel(request.channel)
afterAll(() => channel.close())

for (const { target, cases, ask, end } of await openSuite(request, channel)) {
  describe.concurrent(target, () => {
    for (const one of cases) {
      test(one.id, async ({ task, skip }) => {
        const judged = await ask(one)
        task.meta.told = true
        settle(judged, skip)
      })
    }
    afterAll(end)
  })
}

/**
 * What came of a case in the words of the runner, for whoever looks through its own reporters: it fails by the first
 * check that is wrong, and is skipped where all were left open.
 */
function settle(judged: readonly JudgedCheck[], skip: TestContext['skip']): void {
  const wrong = judged.find(({ verdict }) => verdict === 'fail' || verdict === 'error')
  if (wrong !== undefined) {
    const { id, verdict } = wrong
    throw Object.assign(new Error(`${id}: ${reasonText(wrong) ?? verdict}`), { stack: '' })
  }
  const [first] = judged
  if (first === undefined) return
  if (judged.every(({ verdict }) => verdict === 'untestable' || verdict === 'inconclusive')) {
    skip(reasonText(first))
  }
}
