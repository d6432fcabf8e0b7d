import { execFile } from 'node:child_process'
import {
  createServer,
  isIP,
  type AddressInfo,
  type LookupFunction,
  type Server,
  type Socket,
} from 'node:net'

import { buildConnector, getGlobalDispatcher, ProxyAgent, setGlobalDispatcher } from 'undici'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

import { exitCodes } from '../harness/problem.ts'
import { obstacleTo } from '../harness/run/obstacle.ts'
import type { RunPlan } from '../harness/run/run-plan.ts'
import { openConnection, type Connection } from '../suites/client/connection.ts'
import type { Network } from '../suites/client/line.ts'
import { readRun } from './options/read-run.ts'
import { program } from './testing/program.ts'

// Ways in which a run that may write could leave this machine. Nothing here ever does: names are resolved by a made-up
// resolver, and whatever is dialled is noted; only what leads to the server below is really connected.

interface Recorder {
  readonly network: Network
  /** the addresses that were dialled, in order */
  readonly dialled: string[]
}

type Found = readonly string[] | Error

/** Says in turn what a name resolves to; the last word for ever. */
const resolver = (turns: readonly Found[]): LookupFunction => {
  let asked = 0
  return (_hostname, _options, callback) => {
    const found = turns[Math.min(asked, turns.length - 1)] ?? []
    asked += 1
    if (found instanceof Error) callback(found, [])
    else
      callback(
        null,
        found.map((address) => ({ address, family: isIP(address) })),
      )
  }
}

/** Dials as Node does: an address as it is, a name by the look-up it was given. `hijacked`: whoever really answers. */
const recorder = (turns: readonly Found[], hijacked?: string): Recorder => {
  const dialled: string[] = []
  const lookup = resolver(turns)
  const connectorOf: typeof buildConnector = (given = {}) => {
    const really = buildConnector(given)
    const own = (given as { lookup?: LookupFunction }).lookup ?? lookup
    return (options, callback) => {
      if (options.httpSocket !== undefined) return really(options, callback)
      const reach = (addresses: readonly { readonly address: string }[]): void => {
        const all = addresses.map(({ address }) => address)
        dialled.push(...all)
        const foreign = hijacked ?? all.find((address) => !/^127\.|^::1$/u.test(address))
        const port = foreign === undefined ? options.port : portOf(elsewhere)
        really({ ...options, hostname: '127.0.0.1', port }, (error, socket) => {
          if (error !== null) return callback(error, null)
          if (foreign !== undefined)
            Object.defineProperty(socket, 'remoteAddress', { value: foreign })
          return callback(null, socket)
        })
      }
      const host = options.hostname.replace(/^\[(.*)\]$/u, '$1')
      if (isIP(host) !== 0) return reach([{ address: host }])
      return own(host, { all: true }, (error, found) => {
        if (error !== null) callback(error, null)
        else reach(typeof found === 'string' ? [{ address: found }] : found)
      })
    }
  }
  return { network: { lookup, connectorOf }, dialled }
}

const leaving = (addresses: readonly string[]): readonly string[] =>
  addresses.filter((address) => !/^127\.|^::1$/u.test(address))

let port: string
const plain = 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}'
let answer = plain
const requests: string[] = []
/** What stands for every machine elsewhere: whatever reached it, and who is still connected. */
const received: string[] = []
const connected = new Set<Socket>()

const here = createServer((socket) => {
  socket.on('error', () => socket.destroy())
  socket.once('data', (data) => {
    requests.push(data.toString())
    socket.end(answer)
  })
})
const elsewhere = createServer((socket) => {
  connected.add(socket)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => connected.delete(socket))
  socket.on('data', (data) => {
    received.push(data.toString())
    socket.end(plain)
  })
})

const portOf = (server: Server): string => String((server.address() as AddressInfo).port)

beforeAll(async () => {
  for (const server of [here, elsewhere]) {
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready)
    })
  }
  port = portOf(here)
})
afterAll(async () => {
  for (const server of [here, elsewhere]) await new Promise((closed) => server.close(closed))
})

/** Whatever was on its way to elsewhere has arrived. */
const quiet = async (): Promise<void> => {
  for (const line of lines.splice(0)) await line.close()
  await new Promise<void>((done) => {
    const look = (): void => {
      if (connected.size === 0) done()
      else setImmediate(look)
    }
    look()
  })
}

const lines: Connection[] = []
afterEach(async () => {
  await quiet()
  vi.unstubAllEnvs()
  requests.length = 0
  received.length = 0
  answer = plain
})

/** What `orgproof run --endpoint URL` does before it begins: the code that it ends with, or nothing where it goes on. */
const begin = async (endpoint: string, { network }: Recorder): Promise<number | undefined> => {
  const options = {
    vendor: ['aws'],
    only: [],
    axis: [],
    limit: [],
    absent: [],
    allow: [],
    format: [],
  }
  const rest = { seed: '1', out: 'out', color: false, target: 'moto' }
  const plan = await readRun({ ...options, ...rest, endpoint }, {})
  if (!('vendors' in plan)) return exitCodes.usage
  return (await obstacleTo(plan satisfies RunPlan, { network }))?.exitCode
}

/** Endpoints that are elsewhere, however much they look like here. */
const foreign: readonly string[] = [
  'http://203.0.113.9',
  'https://203.0.113.9',
  'http://0.0.0.0',
  'http://0',
  'http://128.0.0.1',
  'http://126.255.255.255',
  'http://10.0.0.1',
  'http://192.168.1.1',
  'http://172.17.0.1',
  'http://169.254.169.254',
  'http://255.255.255.255',
  'http://0x7e.1',
  'http://0200.1',
  'http://2147483649',
  'http://[::]',
  'http://[::2]',
  'http://[::ffff:10.0.0.1]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:7f00:1]',
  'http://[::127.0.0.1]',
  'http://[64:ff9b::7f00:1]',
  'http://[2002:7f00:1::]',
  'http://[fe80::1]',
  'http://[fc00::1]',
  'http://[::1:0]',
  'http://[1::1]',
  'http://127.0.0.1.nip.io',
  'http://127-0-0-1.example.com',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://localhost.localdomain',
  'http://localhost.',
  'http://localhost..',
  'http://a.localhost',
  'http://localhosts',
  'http://local',
  'http://xlocalhost',
  'http://local-host',
  'http://loopback',
  'http://ip6-localhost',
  'http://ip6-loopback',
  'http://host.docker.internal',
  'http://kubernetes.docker.internal',
  'http://localtest.me',
  'http://lvh.me',
  'http://example.com/@127.0.0.1',
  'http://example.com/localhost',
  'http://localhost%2eexample.com',
  'http://localhost。example.com',
  'http://ｌocalhost.example.com',
  'http://lоcalhost',
  'http://1２8.0.0.1',
  'https://organizations.us-east-1.amazonaws.com',
]

/** Endpoints that are none: wrong usage. */
const unusable: readonly string[] = [
  'http://example.com#@127.0.0.1',
  'http://example.com?@127.0.0.1',
  'http://example.com#localhost',
  String.raw`http://example.com\@127.0.0.1`,
  'http:example.com',
  'http:/example.com',
  'http:///example.com',
  'http://\tlocalhost\n.example.com',
  'http://127.0.0.1:80@example.com',
  'http://localhost@example.com',
  'http://localhost:5000@203.0.113.9:80',
  'http://127.0.0.1%40example.com',
  'http://127.0.0.256',
  'http://127.0.0.1.1',
  'http://[::1',
  'http://[::1%25lo]',
  'http://[127.0.0.1]',
  'ftp://127.0.0.1',
  'file://localhost/etc/hosts',
  'ws://localhost',
  'socks5://localhost',
  'unix:///var/run/docker.sock',
  'http+unix://localhost',
  '//localhost',
  'localhost:5000',
  '127.0.0.1:5000',
  'http://',
  'data:text/plain,localhost',
]

/** What `localhost` may resolve to where somebody wants it to leave. */
const resolutions: readonly (readonly [what: string, turns: readonly Found[]])[] = [
  ['an address of the Internet', [['203.0.113.9']]],
  ['an address of the Internet, IPv6', [['2001:db8::9']]],
  ['an address of the network', [['10.0.0.1']]],
  ['an address of the link', [['169.254.169.254']]],
  ['another of the link', [['fe80::1']]],
  ['a unique local one', [['fc00::1']]],
  ['no address in particular', [['0.0.0.0']]],
  ['no address in particular, IPv6', [['::']]],
  ['the address before the block', [['126.255.255.255']]],
  ['the address behind the block', [['128.0.0.1']]],
  ['this machine and another', [['127.0.0.1', '203.0.113.9']]],
  ['another machine and this', [['203.0.113.9', '127.0.0.1']]],
  ['this machine in IPv6 and another', [['::1', '10.0.0.1']]],
  ['an IPv4 address in IPv6 form', [['::ffff:10.0.0.1']]],
  ['this machine in a form that is not its own', [['::ffff:127.0.0.1']]],
  ['what looks like this machine', [['127.0.0.1.example.com']]],
  ['something with a zone', [['::1%eth0']]],
  ['a number', [['2130706433']]],
  ['nothing', [[]]],
  ['an error', [Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })]],
  ['another machine from the second time on', [['127.0.0.1'], ['203.0.113.9']]],
  ['both from the second time on', [['127.0.0.1'], ['127.0.0.1', '203.0.113.9']]],
]

/** Answers that name another place. */
const pointers: readonly string[] = [
  ...[300, 301, 302, 303, 305, 307, 308].map(
    (status) => `HTTP/1.1 ${status} Elsewhere\r\nLocation: http://203.0.113.9/`,
  ),
  'HTTP/1.1 302 Elsewhere\r\nLocation: //203.0.113.9/',
  'HTTP/1.1 201 Created\r\nLocation: http://203.0.113.9/new\r\nContent-Location: http://203.0.113.9/',
  'HTTP/1.1 200 OK\r\nAlt-Svc: h2="203.0.113.9:443"; ma=86400; persist=1',
  'HTTP/1.1 200 OK\r\nRefresh: 0; url=http://203.0.113.9/',
  'HTTP/1.1 200 OK\r\nLink: <http://203.0.113.9/next>; rel="next"',
  'HTTP/1.1 421 Misdirected Request\r\nAlt-Used: 203.0.113.9',
  'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic',
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade',
]

/** Paths and hosts that an answer may have put into the next request. */
const requestsElsewhere: readonly (readonly [path: string, headers: Record<string, string>])[] = [
  ['//203.0.113.9/', {}],
  ['/@203.0.113.9/', {}],
  ['http://203.0.113.9/', {}],
  ['/%0d%0aHost:%20203.0.113.9', {}],
  ['/', { host: '203.0.113.9' }],
  ['/', { host: 'organizations.us-east-1.amazonaws.com' }],
]

const proxies = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']

test('there are more than 120 ways', () => {
  const ways = [foreign, unusable, resolutions, resolutions, pointers, requestsElsewhere, proxies]
  expect(ways.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThanOrEqual(120)
})

describe('by its address', () => {
  test.each(foreign)('%j is refused before anything is dialled', async (endpoint) => {
    const record = recorder([['127.0.0.1']])
    expect(await begin(endpoint, record)).toBe(exitCodes.refused)
    expect(record.dialled).toEqual([])
  })

  test.each(unusable)('%j is no endpoint', async (endpoint) => {
    const record = recorder([['203.0.113.9']])
    expect(await begin(endpoint, record)).toBe(exitCodes.usage)
    expect(record.dialled).toEqual([])
  })

  test.each([
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '１２７.0.0.1',
    'LOCALHOST',
    'localhost',
  ])('%s is here: it is asked', async (host) => {
    const record = recorder([['127.0.0.1', '::1']])
    expect(await begin(`http://${host}:${port}`, record)).toBeUndefined()
    expect(leaving(record.dialled)).toEqual([])
    expect(requests).toHaveLength(1)
  })
})

const post = { method: 'POST', path: '/', headers: {}, body: '{"a":"write"}' }

const dial = (endpoint: string, { network }: Recorder): Connection => {
  const line = openConnection(new URL(endpoint), { connections: 1 }, network)
  lines.push(line)
  return line
}

describe.each(['http', 'https'])('by what localhost resolves to, over %s', (protocol) => {
  test.each(resolutions)('%s: nothing is sent there', async (_, turns) => {
    const record = recorder(turns)
    const line = dial(`${protocol}://localhost:${port}`, record)
    await line.send(post)
    await line.send(post)
    await line.send(post)
    await quiet()
    expect(leaving(record.dialled)).toEqual([])
    expect(received).toEqual([])
    const honest = turns[0] instanceof Error || turns[0]?.join() !== '127.0.0.1' ? 0 : 1
    expect(record.dialled).toHaveLength(honest)
  })

  test('whoever answers in place of this machine hears nothing', async () => {
    const record = recorder([['127.0.0.1']], '203.0.113.9')
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      expect(await dial(`${protocol}://${host}:${port}`, record).send(post)).toMatchObject({
        problem: 'off-loopback',
      })
    }
    await quiet()
    expect(record.dialled).toHaveLength(3)
    expect(received).toEqual([])
  })
})

test('a run whose localhost leads away is refused for safety', async () => {
  expect(await begin(`http://localhost:${port}`, recorder([['203.0.113.9']]))).toBe(4)
})

/** Makes this machine's resolver say that localhost is no address in particular, which leads to the server below. */
const astray = `
  import dns from 'node:dns'
  import { syncBuiltinESMExports } from 'node:module'
  dns.lookup = (name, options, done) => done(null, [{ address: '0.0.0.0', family: 4 }])
  syncBuiltinESMExports()`

test('the command itself is refused where the resolver of the machine leads away', async () => {
  const preload = `data:text/javascript,${encodeURIComponent(astray)}`
  const node = ['--import', preload, program]
  const words = ['run', '--vendor', 'aws', '--endpoint', `http://localhost:${port}`]
  const ended = await new Promise<{ readonly code: unknown; readonly said: string }>((resolve) => {
    execFile(process.execPath, [...node, ...words], (failed, _stdout, said) =>
      resolve({ code: failed?.code, said }),
    )
  })
  expect(ended.said).toContain('OFF_LOOPBACK')
  expect(ended.code).toBe(exitCodes.refused)
  expect(requests).toEqual([])
})

test('the recorder itself notes what leaves: an endpoint elsewhere that is only read', async () => {
  const record = recorder([['203.0.113.9']])
  expect(await dial('http://example.com', record).send(post)).toMatchObject({ status: 200 })
  expect(received.join('')).toContain('write')
  expect(record.dialled).toEqual(['203.0.113.9'])
})

describe('by what an endpoint answers', () => {
  test.each(pointers)('%j is not followed', async (head) => {
    answer = `${head}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
    const record = recorder([['127.0.0.1']])
    const line = dial(`http://localhost:${port}`, record)
    await line.send(post)
    await line.send(post)
    expect(new Set(record.dialled)).toEqual(new Set(['127.0.0.1']))
    expect(requests).toHaveLength(2)
  })

  test.each(requestsElsewhere)(
    'a request to %s with %j goes to the endpoint',
    async (path, headers) => {
      const record = recorder([['127.0.0.1']])
      await dial(`http://localhost:${port}`, record).send({ ...post, path, headers })
      expect(record.dialled).toEqual(['127.0.0.1'])
    },
  )
})

describe('by a proxy', () => {
  test.each(proxies)('%s is not asked', async (name) => {
    vi.stubEnv(name, 'http://203.0.113.9:3128')
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    const record = recorder([['127.0.0.1']])
    await dial(`http://localhost:${port}`, record).send(post)
    expect(record.dialled).toEqual(['127.0.0.1'])
    expect(requests).toHaveLength(1)
  })

  test('what dispatches for everybody else is not asked', async () => {
    const before = getGlobalDispatcher()
    setGlobalDispatcher(new ProxyAgent('http://203.0.113.9:3128'))
    try {
      const record = recorder([['127.0.0.1']])
      await dial(`http://localhost:${port}`, record).send(post)
      expect(record.dialled).toEqual(['127.0.0.1'])
    } finally {
      setGlobalDispatcher(before)
    }
  })
})
