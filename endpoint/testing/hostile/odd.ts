import type { Answer } from '../../../specs/wire/wire.ts'
import { chanceOf } from '../chance.ts'
import { adding, answering, json, twisting, type Hostile, type Sent } from './hostile.ts'

const bytesOf =
  (make: (body: string) => Buffer) =>
  (answer: Answer): Sent => ({
    ...answer,
    body: make(answer.body),
  })

const html = (status: number): Hostile =>
  answering(`a web page of status ${status}`, () => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><html><title>${status}</title>${'<p>hello</p>'.repeat(100)}</html>`,
  }))

const { below } = chanceOf(1)

/** Answers that are no answers of the protocol, or hold what nobody expects in one. */
export const odd: readonly Hostile[] = [
  ...[200, 404, 500].map(html),
  answering('redirects to itself', ({ message: { path } }) => ({
    status: 307,
    headers: { location: path },
    body: '',
  })),
  answering('redirects to somewhere else', () => ({
    status: 302,
    headers: { location: 'http://127.0.0.1:1/' },
    body: '',
  })),
  answering("another API's answers", () => ({
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: '<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>',
  })),
  answering('random bytes', () => ({
    status: [200, 400, 500][below(3)] ?? 200,
    headers: json,
    body: Buffer.from(Array.from({ length: 2000 }, () => below(256))),
  })),
  twisting('half of every answer', (answer) => ({
    ...answer,
    body: answer.body.slice(0, answer.body.length / 2),
  })),
  adding(
    'numbers out of reach',
    `"Big":1e999,"Small":-1e999,"Long":${'9'.repeat(100_000)},"Fine":1e-999`,
  ),
  twisting('not a number', (answer) => ({
    ...answer,
    body: answer.body.replace(/^\{/u, '{"Not":NaN,'),
  })),
  {
    ...adding(
      'members called like what objects inherit',
      '"__proto__":{"toString":1,"Id":"x"},"constructor":{"prototype":null},"hasOwnProperty":1',
    ),
    harmless: true,
  },
  {
    ...twisting('every member twice', (answer) => ({
      ...answer,
      body: answer.body.replace(/^\{(.+)\}$/su, '{$1,$1}'),
    })),
    harmless: true,
  },
  twisting(
    'bytes that are no UTF-8',
    bytesOf((body) =>
      Buffer.concat([Buffer.from(body.slice(0, -1)), Buffer.from([0xc3, 0x28, 0x7d])]),
    ),
  ),
  twisting(
    'texts that are no UTF-8',
    bytesOf((body) => Buffer.from(body.replaceAll(':"', ':"\u00FF'), 'latin1')),
  ),
  twisting(
    'UTF-16',
    bytesOf((body) => Buffer.from(`\uFEFF${body}`, 'utf16le')),
  ),
  twisting('a byte order mark', (answer) => ({ ...answer, body: `\uFEFF${answer.body}` })),
]
