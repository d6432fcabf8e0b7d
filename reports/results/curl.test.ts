import { execFileSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { curlLine } from './curl.ts'
import { exchanged, inventedTarget, inventedVendor } from './invented-results.ts'

const exchange = exchanged(1)
const line = curlLine(exchange, inventedTarget, inventedVendor.curl)

/** What a POSIX shell makes of a line, one argument a line. */
const argumentsOf = (shell: string): readonly string[] =>
  execFileSync('sh', ['-c', shell.replace('curl', `printf '%s\\n'`)], {
    env: { SECRET: 'mine', KEY: 'my-key', TOKEN: 'my-token' },
    encoding: 'utf8',
  })
    .trimEnd()
    .split('\n')

test('a shell reads exactly the request, signed with the keys of the reader', () => {
  expect(argumentsOf(line)).toEqual([
    '-sS',
    '-X',
    'POST',
    '--sign',
    'us-east-1:service',
    '--user',
    '111122223333:mine',
    '-H',
    'x-call: Create',
    '--data-binary',
    `{"Name":"it's"}`,
    'http://127.0.0.1:4000/',
  ])
})

test('an answer that came in a coding is asked for in it again', () => {
  const answer = { status: 200, headers: { 'content-encoding': 'gzip' }, body: '{}' }
  const args = argumentsOf(curlLine({ ...exchange, answer }, inventedTarget, inventedVendor.curl))
  expect(args).toContain('--compressed')
  expect(args[args.indexOf('accept-encoding: gzip') - 1]).toBe('-H')
  expect(argumentsOf(line)).not.toContain('--compressed')
})

test('nothing in a body is read by the shell', () => {
  const body = '$(touch /nowhere) `id` "$HOME" \\ !'
  const nasty = { ...exchange, request: { ...exchange.request, body } }
  const args = argumentsOf(curlLine(nasty, inventedTarget, inventedVendor.curl))
  expect(args[args.indexOf('--data-binary') + 1]).toBe(body)
})

test('keys of given accounts are shell variables, the token too', () => {
  const credentials = { accessKey: 'AK', secret: 'never-shown', token: 'never-shown-either' }
  const accounts = { mode: 'fixed', management: { account: '1', credentials } } as const
  const given = curlLine(exchange, { ...inventedTarget, accounts }, inventedVendor.curl)
  expect(argumentsOf(given)).toContain('my-key:mine')
  expect(argumentsOf(given)).toContain('x-token: my-token')
  expect(given).not.toContain('never-shown')
})

test('a request that was not signed is repeated unsigned', () => {
  const request = { ...exchange.request, headers: { 'x-call': 'Create' } }
  const unsigned = curlLine({ ...exchange, request }, inventedTarget, inventedVendor.curl)
  expect(unsigned).not.toContain('--sign')
  expect(unsigned).not.toContain('--user')
})
