import { expect, test } from 'vitest'

import type { KeptCredentials } from '../../suites/client/target.ts'
import { openRunnerChannel } from '../../suites/runner/runner-channel.ts'
import { openSuiteChannel, type RenewAt } from './suite-channel.ts'

/** The suite asks whoever runs it for fresh credentials, and gets those that it asked for. */

let channels = 0
async function open(renew?: RenewAt) {
  channels += 1
  const name = `orgproof-renewal-channel-test-${process.pid}-${channels}`
  const heard: unknown[] = []
  const { signal } = new AbortController()
  const listener = { heard: (message: unknown) => void heard.push(message), signal }
  const conductor = openSuiteChannel(name, { ...listener, ...(renew && { renew }) })
  const suite = await openRunnerChannel(name)
  return {
    suite,
    heard,
    close: () => {
      suite.close()
      conductor.close()
    },
  }
}

const issued = (account: string): KeptCredentials => ({
  accessKey: account,
  secret: 's',
  token: 't',
  expires: 5,
})

test('each answer goes to its question', async () => {
  const asked: string[] = []
  const { suite, heard, close } = await open(async (target, account) => {
    asked.push(`${target} ${account}`)
    return account === '3' ? undefined : issued(account)
  })
  const answers = await Promise.all(['1', '2', '3'].map((account) => suite.renew('given', account)))
  expect(answers).toEqual([issued('1'), issued('2'), undefined])
  expect(asked).toEqual(['given 1', 'given 2', 'given 3'])
  // nothing of it is told to whoever records the run
  expect(heard).toEqual([{ kind: 'ready' }])
  close()
})

test('where nobody renews there are none', async () => {
  const { suite, close } = await open()
  expect(await suite.renew('given', '1')).toBeUndefined()
  close()
})
