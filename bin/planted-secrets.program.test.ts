import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import { openFacade } from '../endpoint/facade.ts'
import { bodyLimit, headOf, receive } from '../endpoint/receive.ts'
import { openShelf, shelfLimit } from '../endpoint/shelf.ts'
import type { VendorId } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Answer, Message } from '../specs/wire/wire.ts'
import { program } from './testing/program.ts'

// Secrets are planted in target files and in the environment; an endpoint that is honest every other time echoes them
// in every way there is; then every byte of every output is searched for anything one could get a secret back from.

const secret = 'q7Zr/Wm3+Kx9TbV2nLsY8dJc5HfP1gEu6AoXiRwN'
const token = `FwoGZXIvYXdzEJr9${'vK8mQ2xL+s7Tn4Rb/Yc1'.repeat(8)}Ew==`

/** What an echo is made of: whose secret, and what the honest answer would have been. */
interface Echoed {
  readonly secret: string
  readonly mark: string
  readonly honest: Answer
  readonly message: Message
}

/** What goes over the wire: an answer, or raw bytes piece by piece. */
type Sent = Answer | readonly string[]
type Echo = (given: Echoed) => Sent

const page = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: `<html>${body}`,
})
const error = (honest: Answer, body: object): Answer => ({
  ...honest,
  status: 400,
  body: JSON.stringify(body),
})
const raw = (head: string, body = ''): readonly string[] => [`${head}\r\n\r\n`, body]

/** The same page, the secret written in a way of its own. */
const spelt =
  (spell: (secret: string) => string): Echo =>
  ({ secret: own, mark }) =>
    page(`${mark} ${spell(own)}`)

const units = (text: string): string =>
  Array.from(text, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const octets = (text: string): readonly string[] =>
  Array.from(Buffer.from(text), (byte) => byte.toString(16).padStart(2, '0'))
const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** An excerpt of a page has 45 characters after the mark: the secret begins so many before its end. */
const acrossTheBorder = (inside: number): Echo => {
  return ({ secret: own, mark }) => page(`${mark}${'.'.repeat(53 - mark.length - inside)}${own}`)
}

const changed = (honest: Answer, change: (object: Record<string, unknown>) => object): Answer => {
  try {
    return {
      ...honest,
      body: JSON.stringify(change(JSON.parse(honest.body) as Record<string, unknown>)),
    }
  } catch {
    return { ...honest, body: JSON.stringify(change({})) }
  }
}

const everywhere = (value: unknown, text: string): unknown => {
  if (typeof value === 'string') return text
  if (Array.isArray(value)) return value.map((entry: unknown) => everywhere(entry, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, everywhere(inner, text)]),
  )
}

const echoes: Readonly<Record<string, Echo>> = {
  ...Object.fromEntries(
    [1, 4, 8, 12, 16, 20, 28, 36, 39].map((inside) => [
      `${inside} characters before the end of an excerpt`,
      acrossTheBorder(inside),
    ]),
  ),
  'in broken JSON': ({ secret: own, mark, honest }) => ({ ...honest, body: `{"${mark}":"${own}"` }),
  'across the border in broken JSON': ({ secret: own, mark, honest }) => ({
    ...honest,
    body: `{"${mark}${'.'.repeat(20)}":"${own}"`,
  }),
  'in JSON that is an array': ({ secret: own, mark, honest }) => ({
    ...honest,
    body: JSON.stringify([mark, own]),
  }),
  whole: spelt((text) => text),
  'with escaped slashes': spelt((text) => text.replaceAll('/', String.raw`\/`)),
  'in \\u escapes': spelt(units),
  'in \\u escapes with capitals': spelt((text) =>
    units(text).replaceAll(/[0-9a-f]{4}/gu, (hex) => hex.toUpperCase()),
  ),
  'JSON in JSON': spelt((text) => JSON.stringify(JSON.stringify({ text: `"${text}/` }))),
  percent: spelt(encodeURIComponent),
  'percent in small letters': spelt((text) =>
    encodeURIComponent(text).replaceAll(/%../gu, (hex) => hex.toLowerCase()),
  ),
  'percent throughout': spelt((text) => `%${octets(text).join('%')}`),
  'percent twice': spelt((text) => encodeURIComponent(encodeURIComponent(text))),
  'a form read wrongly': spelt((text) => text.replaceAll('+', ' ')),
  'HTML by name': spelt((text) => text.replaceAll('/', '&sol;').replaceAll('+', '&plus;')),
  'HTML by number': spelt((text) => Array.from(text, (c) => `&#${c.charCodeAt(0)};`).join('')),
  'HTML in hexadecimal': spelt((text) => text.replaceAll('/', '&#x2F;').replaceAll('+', '&#X2b;')),
  base64: spelt(base64),
  'base64 of a pair': spelt((text) => base64(`KEY:${text}`)),
  'base64 of more': spelt((text) => base64(`{"a":"${text}","b":1}`)),
  base64url: spelt((text) => Buffer.from(text).toString('base64url')),
  hexadecimal: spelt((text) => octets(text).join('')),
  'in capitals': spelt((text) => text.toUpperCase()),
  'cut to its first half': spelt((text) => `${text.slice(0, 20)} `),
  'cut to its end': spelt((text) => text.slice(-12)),
  'cut to its middle': spelt((text) => text.slice(10, 28)),
  'cut to eight characters': spelt((text) => `${text.slice(0, 8)}...`),
  'across the border of a kept body': ({ secret: own, mark }) =>
    page(`${mark}${'.'.repeat(4096 - mark.length - 25)}${own}`),
  'as an error code': ({ secret: own, mark, honest }) =>
    error(honest, { __type: `${mark}-${own}`, error_code: `${mark}-${own}`, error_msg: 'x' }),
  'as a namespaced error code': ({ secret: own, mark, honest }) =>
    error(honest, { __type: `${own}#${mark}`, error_code: `${own}#${mark}` }),
  'as an error message': ({ secret: own, mark, honest }) =>
    error(honest, { __type: mark, error_code: mark, Message: own, error_msg: own }),
  'as a sub-code': ({ secret: own, mark, honest }) =>
    error(honest, { __type: 'ConstraintViolationException', Reason: `${mark}-${own}` }),
  'as the code of a frame': ({ secret: own, mark, honest }) => ({
    ...honest,
    body: JSON.stringify({ Response: { Error: { Code: `${mark}.${own}`, Message: own } } }),
  }),
  'as an error header': ({ secret: own, mark, honest }) => ({
    ...error(honest, {}),
    headers: { 'x-amzn-errortype': `${mark}${own}` },
  }),
  'in a header': ({ secret: own, mark, honest }) => ({
    ...error(honest, { __type: mark, error_code: mark }),
    headers: { ...honest.headers, 'x-echo': `key ${own}` },
  }),
  'as a request id': ({ secret: own, mark, honest }) => ({
    ...error(honest, { __type: mark, error_code: mark }),
    headers: { 'x-amzn-requestid': own, 'x-request-id': own },
  }),
  'as a content type': ({ secret: own, mark, honest }) => ({
    ...honest,
    headers: { ...honest.headers, 'content-type': `text/${own}; x=${mark}` },
  }),
  'as the name of a header': ({ secret: own, mark, honest }) => ({
    ...error(honest, { __type: mark, error_code: mark }),
    headers: { [`x-${Buffer.from(own).toString('base64url')}`]: mark },
  }),
  'in a cookie': ({ secret: own, mark }) => ({
    ...page(mark),
    headers: { 'set-cookie': `k=${own}; Path=/` },
  }),
  'in a status line': ({ secret: own, mark }) =>
    raw(`HTTP/1.1 400 ${own}\r\nConnection: close`, mark),
  'in a redirect': ({ secret: own, mark }) =>
    raw(
      `HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/?k=${encodeURIComponent(own)}&m=${mark}\r\nContent-Length: 0\r\nConnection: close`,
    ),
  'in chunks': ({ secret: own, mark }) => [
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n',
    ...[`<html>${mark} ${own.slice(0, 17)}`, own.slice(17)].map(
      (chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`,
    ),
    '0\r\n\r\n',
  ],
  'byte by byte': ({ secret: own, mark }) =>
    Array.from(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<html>${mark} ${own}`),
  'in a header that is none': ({ secret: own }) => raw(`HTTP/1.1 200 OK\r\n${own} : x\r\n: ${own}`),
  'in place of a protocol': ({ secret: own }) => [`${own}\r\n\r\n`],
  'as the size of a chunk': ({ secret: own }) =>
    raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked', `${own}\r\n`),
  'in a body that ends too early': ({ secret: own }) =>
    raw('HTTP/1.1 200 OK\r\nContent-Length: 4000', `<html>${own}`),
  'in a header that is too long': ({ secret: own }) =>
    raw(`HTTP/1.1 200 OK\r\nx-long: ${own.repeat(2500)}`),
  'where nothing is offered': ({ secret: own, mark }) => page(`${mark} ${own}`, 501),
  'in a page of a gateway': ({ secret: own, mark }) => page(`${mark} ${own}`, 502),
  'in a crash': ({ secret: own, mark }) => page(`Traceback: ${mark} line 1, key='${own}'`, 500),
  'in every value of an answer': ({ secret: own, mark, honest }) =>
    changed(honest, (body) => everywhere(body, `${mark}-${own}`) as object),
  'as ids that are sent on': ({ secret: own, mark, honest }) => ({
    ...honest,
    body: honest.body.replaceAll(/"(\w*[iI]d)":"[^"]*"/gu, `"$1":"${mark}-${own}"`),
  }),
  'as a page token': ({ secret: own, mark, honest }) =>
    changed(honest, (body) => ({
      ...body,
      NextToken: `${mark}-${own}`,
      page_info: { next_marker: `${mark}-${own}` },
    })),
  'as the name of a member': ({ secret: own, mark, honest }) =>
    changed(honest, () => ({ [`${mark}/${own}`]: { [own]: mark } })),
  'as an enum': ({ secret: own, mark, honest }) =>
    changed(honest, () => ({ State: own, FeatureSet: own, mark })),
  'within the request that it answers': ({ mark, message }) =>
    page(`${mark} ${JSON.stringify(message)}`, 400),
  'as the signature that it answers': ({ mark, message }) =>
    page(`${mark} ${/Signature=(\w+)/u.exec(message.headers['authorization'] ?? '')?.[1]}`, 400),
  'in all headers of the request, escaped': ({ mark, message }) =>
    page(`${mark} ${encodeURIComponent(JSON.stringify(message.headers))}`, 400),
}

const names = Object.keys(echoes)

/** What an honest success is made into; all others stand in the place of a refusal. */
const successes = new Set([
  'in every value of an answer',
  'as ids that are sent on',
  'as a page token',
  'as the name of a member',
  'as an enum',
])

interface Hostile {
  readonly url: string
  readonly served: ReadonlySet<string>
}

const closers: (() => void)[] = []
afterAll(() => closers.forEach((close) => close()))

const accepted = names.filter((name) => successes.has(name))
const refused = names.filter((name) => !accepted.includes(name))

const isRefusal = ({ status, body }: Answer): boolean => status >= 400 || body.includes('"Error"')

/** The look whether anybody is there. */
const isKnock = ({ method, path }: Message): boolean => method === 'GET' && path === '/'

const markOf = (name: string): string => `case${String(names.indexOf(name)).padStart(2, '0')}`

/**
 * One echo after the other. Every refusal is another one, but not everything that succeeds: something has to be asked
 * further.
 */
function inTurn(
  planted: readonly string[],
  served: Set<string>,
): (
  refusal: boolean,
) => ((given: Omit<Echoed, 'secret' | 'mark'>) => Sent | undefined) | undefined {
  const turns = { refusals: -1, successes: -1 }
  return (refusal) => {
    const turn = refusal ? (turns.refusals += 1) : (turns.successes += 1) / 4
    const kinds = refusal ? refused : accepted
    const name = kinds[turn % kinds.length]
    if (name === undefined) return undefined
    served.add(name)
    const own = planted[turn % planted.length] ?? ''
    return (given) => echoes[name]?.({ ...given, secret: own, mark: markOf(name) })
  }
}

/** Answers honestly what is asked properly, most of the time, and whatever else with one echo after the other. */
async function hostile(id: VendorId, planted: readonly string[]): Promise<Hostile> {
  const vendor = await loadVendor(id)
  const referenceEndpoint = { ...vendor.referenceEndpoint, secret }
  const facade = openFacade(
    { ...vendor, referenceEndpoint },
    { clock: Date.now, random: () => 0.5 },
  )
  const served = new Set<string>()
  const next = inTurn(planted, served)
  // who asks the same again gets the same again: what is answered well the second time is shown nowhere
  const kept = new Map<string, ReturnType<typeof next>>()
  const again = ({ method, path, headers, body }: Message): ReturnType<typeof next> => {
    const asked = JSON.stringify([method, path, headers['x-amz-target'], body])
    const echo = kept.get(asked) ?? next(true)
    kept.set(asked, echo)
    return echo
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reading = { limit: bodyLimit, keep: true, shelf: openShelf(shelfLimit) }
    const received = await receive(request, reading)
    if (received.kind !== 'kept') return void response.destroy()
    const message = { ...headOf(request), ...received.body }
    const honest = await facade.answer(message)
    const echo = isRefusal(honest) ? again(message) : next(false)
    send(response, (isKnock(message) ? undefined : echo?.({ honest, message })) ?? honest)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  closers.push(() => server.close().closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, served }
}

const isRaw = (sent: Sent): sent is readonly string[] => Array.isArray(sent)

function send(response: ServerResponse, sent: Sent): void {
  if (!isRaw(sent)) {
    response.writeHead(sent.status, sent.headers)
    response.end(sent.body)
    return
  }
  for (const piece of sent) response.socket?.write(piece)
  response.socket?.end()
}

interface Output {
  readonly name: string
  readonly text: string
}

async function run(
  target: object,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<readonly Output[]> {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-planted-'))
  const file = join(folder, 'target.json')
  const out = join(folder, 'out')
  writeFileSync(file, JSON.stringify(target))
  const all = [program, 'run', '--target', file, '--out', out, '--verbose', '--allure', ...words]
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_ENV|TEST$)/u.test(name),
  )
  const env = { ...Object.fromEntries(own), NO_COLOR: '1', ...environment }
  const said = await new Promise<readonly Output[]>((resolve) => {
    execFile(process.execPath, all, { env, maxBuffer: 2 ** 30 }, (_error, stdout, stderr) =>
      resolve([
        { name: 'stdout', text: stdout },
        { name: 'stderr', text: stderr },
      ]),
    )
  })
  const written = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, text: readFileSync(join(parentPath, name), 'latin1') }))
  rmSync(folder, { recursive: true })
  return [...said, ...written]
}

const decodings: readonly ((text: string) => string)[] = [
  (text) =>
    text.replaceAll(/\\u([0-9a-f]{4})|\\(["\\/])/giu, (_, hex?: string, sign?: string) =>
      hex === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  (text) =>
    text.replaceAll(/%([0-9a-f]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  (text) =>
    text
      .replaceAll(/&#x([0-9a-f]{1,4});/giu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
      .replaceAll(/&#(\d{1,4});/gu, (_, code: string) => String.fromCharCode(Number(code)))
      .replaceAll('&sol;', '/')
      .replaceAll('&plus;', '+')
      .replaceAll('&amp;', '&'),
]

/** Everything one could read a text as: escapes undone again and again, runs of base64 and hexadecimal decoded. */
function readings(text: string): readonly string[] {
  const layers = [text]
  for (let depth = 0; depth < 4; depth += 1) {
    const layer = decodings.reduce((left, decode) => decode(left), layers.at(-1) ?? '')
    if (layer !== layers.at(-1)) layers.push(layer)
  }
  const coded = [...new Set(layers.flatMap((layer) => layer.match(/[\w+/-]{11,}/gu) ?? []))]
  const decoded = coded.flatMap((digits) => [
    ...[0, 1, 2, 3].map((from) => Buffer.from(digits.slice(from), 'base64').toString('latin1')),
    ...[0, 1].map((from) => Buffer.from(digits.slice(from), 'hex').toString('latin1')),
  ])
  return [...layers, decoded.join('\n')]
}

/** The parts of a secret, 8 characters long, that can be read out of a text, whatever the case. */
function leaks(text: string, planted: readonly string[]): readonly string[] {
  const all = readings(text).map((reading) => reading.toLowerCase())
  const parts = planted.flatMap((own) =>
    Array.from({ length: own.length - 7 }, (_, at) => own.slice(at, at + 8).toLowerCase()),
  )
  const spaced = parts.filter((part) => part.includes('+')).map((part) => part.replaceAll('+', ' '))
  return [...new Set([...parts, ...spaced])].filter((part) =>
    all.some((reading) => reading.includes(part)),
  )
}

test('there are at least 60 cases', () => {
  expect(names.length).toBeGreaterThanOrEqual(60)
})

test('the search itself finds what is planted, however it is written', () => {
  const given = {
    mark: 'case',
    honest: page('{}'),
    message: { method: 'GET', path: '/', headers: {}, body: '' },
  }
  const found = names.filter((name) => {
    const sent = echoes[name]?.({ ...given, secret }) ?? []
    const text = isRaw(sent) ? sent.join('') : JSON.stringify(sent)
    return leaks(text, [secret]).length > 0
  })
  // in the last of them it is the request that holds one; chunks are put together by nobody here
  expect(names.filter((name) => !found.includes(name))).toEqual([
    'in every value of an answer',
    'as ids that are sent on',
    'within the request that it answers',
    'as the signature that it answers',
    'in all headers of the request, escaped',
  ])
})

const anybody = (credentials: object): object => ({ mode: 'any', by: 'access-key', credentials })

interface Planting {
  readonly vendor: VendorId
  readonly accounts: object
  readonly environment?: Readonly<Record<string, string>>
  readonly only: readonly string[]
  readonly planted: readonly string[]
}

const plantings: Readonly<Record<string, Planting>> = {
  'a target file': {
    vendor: 'aws',
    accounts: anybody({ accessKey: 'x', secret }),
    only: [
      'contract/aws/CreateOrganizationalUnit/*',
      'contract/aws/ListRoots/*',
      'protocol/aws/body/*',
      'protocol/aws/signature/*',
    ],
    planted: [secret],
  },
  'the environment': {
    vendor: 'huawei',
    accounts: anybody({ accessKey: 'x', secret: 'env:PLANTED_SECRET' }),
    environment: { PLANTED_SECRET: secret },
    only: [
      'contract/huawei/CreateOrganizationalUnit/*',
      'protocol/huawei/signature/*',
      'scenario/unit-*',
    ],
    planted: [secret],
  },
  'fixed accounts with session tokens': {
    vendor: 'aws',
    accounts: {
      mode: 'fixed',
      management: {
        account: '111111111111',
        credentials: { accessKey: '111111111111', secret, token: 'env:PLANTED_TOKEN' },
      },
      member: { account: '222222222222', credentials: { accessKey: '222222222222', secret } },
    },
    environment: { PLANTED_TOKEN: token },
    only: [
      'contract/aws/ListRoots/*',
      'contract/aws/DescribeAccount/*',
      'protocol/aws/body/*',
      'protocol/aws/signature/*',
    ],
    planted: [token, secret],
  },
  'tokens in place of signatures': {
    vendor: 'codearts',
    accounts: anybody({ accessKey: 'x', secret, token }),
    only: ['*'],
    planted: [token],
  },
  'one of a frame': {
    vendor: 'tencent',
    accounts: anybody({ accessKey: 'x', secret }),
    only: [
      'contract/tencent/AddOrganizationNode/*',
      'contract/tencent/List*',
      'protocol/tencent/signature/*',
    ],
    planted: [secret],
  },
}

/** Which echoes were sent in any run, and which of them are in an output. */
const sent = new Set<string>()
const shown = new Set<string>()

describe.concurrent('no output holds a secret', () => {
  test.each(Object.entries(plantings))('planted in %s', async (_, planting) => {
    const { vendor, accounts, environment = {}, only, planted } = planting
    const { url, served } = await hostile(vendor, planted)
    // what it finds is of no interest: nothing is waited for, or asked a second time
    const patience = { creation: 1, closing: 1, listing: 0 }
    const target = { name: 'hostile', vendor, endpoint: url, accounts, concurrency: 1, patience }
    const words = only.flatMap((glob) => ['--only', glob])
    const outputs = await run(target, words, environment)
    // a run that was refused holds no secret either
    const written = outputs.map(({ name }) => name)
    expect(written).toEqual(expect.arrayContaining(['results.json', 'report.html']))
    expect(served.size).toBeGreaterThan(0)
    const all = outputs.map(({ text }) => text).join('\n')
    for (const name of served) {
      sent.add(name)
      if (all.includes(markOf(name))) shown.add(name)
    }
    const found = leaks(all, planted)
    expect(
      found,
      outputs
        .filter(({ text }) => found.some((part) => text.toLowerCase().includes(part)))
        .map(({ name }) => name)
        .join(),
    ).toEqual([])
  })
})

test('every way was tried, and what was answered along with the secret is in the outputs', () => {
  expect([...sent].toSorted()).toEqual(names.toSorted())
  // the others were passed over, or ended in no answer at all
  expect(shown.size).toBeGreaterThanOrEqual(50)
})
