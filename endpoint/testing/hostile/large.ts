import { gzipSync } from 'node:zlib'

import type { Answer } from '../../../specs/wire/wire.ts'
import { adding, answering, json, twisting, type Hostile, type Sent } from './hostile.ts'

const mebibyte = 1024 ** 2

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

const counted = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** The lists of an answer with their first item so many times. */
const repeating = (answer: Answer, times: number): Answer => {
  const read = JSON.parse(answer.body === '' ? '{}' : answer.body) as Record<string, unknown>
  const members = Object.entries(read).map(([name, value]) => {
    const text = JSON.stringify(value)
    const first = Array.isArray(value) && value.length > 0 ? JSON.stringify(value[0]) : undefined
    const list = first === undefined ? text : `[${`${first},`.repeat(times - 1)}${first}]`
    return `${JSON.stringify(name)}:${list}`
  })
  return { ...answer, body: `{${members.join(',')}}` }
}

const headers = (count: number): Record<string, string> =>
  Object.fromEntries(counted(count, (at) => [`x-${at}`, '1']))
const cookies = counted(200, (at) => `c${at}=${'v'.repeat(200)}; Path=/; Max-Age=999999999`)

const zeros = gzipSync(Buffer.alloc(100 * mebibyte, '0'), { level: 9 })

/** Sends much more than anybody keeps, without saying how much. */
const streaming: Hostile = {
  name: 'answers of 100 MB',
  reply: (_asked, response) => {
    const chunk = Buffer.alloc(mebibyte, ' ')
    let left = 100
    response.writeHead(200, json)
    const more = (): void => {
      left -= 1
      if (left < 0 || response.destroyed) response.end('{}')
      else response.write(chunk, more)
    }
    more()
  },
}

/** Answers that are larger than anybody needs. */
export const large: readonly Hostile[] = [
  adding('answers nested 100,000 deep', `"Deep":${nested(100_000)}`),
  answering('nothing but depth', () => ({
    status: 200,
    headers: json,
    body: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  })),
  adding('100,000 unknown members', counted(100_000, (at) => `"m${at}":${at}`).join(',')),
  ...[4 * mebibyte, mebibyte - 50_000].map((length) =>
    adding(`answers of ${length} bytes`, `"Padding":"${'x'.repeat(length)}"`),
  ),
  ...[1000, 5000].map((count) =>
    twisting(`${count} headers`, (answer) => ({
      ...answer,
      headers: { ...answer.headers, ...headers(count) },
    })),
  ),
  twisting('200 cookies', (answer) => ({
    ...answer,
    headers: { ...answer.headers, 'set-cookie': cookies },
  })),
  {
    ...adding('29,000 characters of two bytes', `"Padding":"${'\u6f22'.repeat(29_000)}"`),
    harmless: true,
  },
  twisting('5,000 items a page', (answer) => repeating(answer, 5000)),
  ...[mebibyte, 200_000].map((length) =>
    twisting(`ids of ${length} characters`, (answer) => ({
      ...answer,
      body: answer.body.replaceAll('"Id":"', `"Id":"${'x'.repeat(length)}`),
    })),
  ),
  answering('errors with messages of 3 MB', () => ({
    status: 400,
    headers: json,
    body: JSON.stringify({ __type: 'InvalidInputException', Message: 'no '.repeat(mebibyte) }),
  })),
  streaming,
  answering('a gzip bomb', (): Sent => {
    return { status: 200, headers: { ...json, 'content-encoding': 'gzip' }, body: zeros }
  }),
]
