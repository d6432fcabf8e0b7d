import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { vendorIds, type VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { exitCodes, problemsOf } from '../problem.ts'
import { planRun } from '../run/plan-run.ts'
import { targetAt } from '../run/targets.ts'
import { proveIdentities } from './prove-identities.ts'

/** Whatever an identity service answers, it is refused in plain words, within a few tries, and no secret is printed. */

type Respond = (response: ServerResponse) => void

let respond: Respond = (response) => void response.end()
let asked = 0
const sockets = new Set<Socket>()
const server = createServer((request, response) => {
  asked += 1
  request.resume().on('end', () => respond(response))
})
server.on('connection', (socket: Socket) => {
  sockets.add(socket)
  socket.on('error', () => socket.destroy())
})
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await new Promise((closed) => server.close(closed))
})

const [secret, token] = ['planted-secret-of-the-management', 'planted-token-of-the-management']
const pause = async (): Promise<void> => {}

interface Otherwise {
  readonly stopped?: AbortSignal
  readonly deadline?: number
}

async function proofAt(
  id: VendorId,
  answer: Respond,
  { stopped = new AbortController().signal, deadline = 10_000 }: Otherwise = {},
) {
  ;[respond, asked] = [answer, 0]
  const vendor = await loadVendor(id)
  const account = vendor.mintAccount(1n)
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const management = { account, credentials: { accessKey: 'AKID', secret, token } }
  const accounts = { mode: 'single', management } as const
  const plan = planRun({
    vendors: [id],
    target: { endpoint, accounts, identityEndpoint: endpoint },
  })
  const target = { ...targetAt(plan, vendor, endpoint), deadline }
  return proveIdentities(vendor, target, { stopped, pause })
}

const whyNot = (proof: object): string => {
  const shown = JSON.stringify(proof)
  expect(shown).not.toContain('planted')
  expect(shown.length).toBeLessThan(1000)
  expect(proof).toMatchObject({ exitCode: exitCodes.refused })
  const [{ code, message } = { code: '', message: '' }, ...others] = problemsOf(proof)
  expect(others).toEqual([])
  expect(code).toBe('IDENTITY_UNPROVEN')
  return message.replace(/^.*(gives|refuses them:) /u, '')
}

const body =
  (text: string, status = 200): Respond =>
  (response) =>
    void response.writeHead(status).end(text)

const xml = (result: string): string =>
  `<GetCallerIdentityResponse><GetCallerIdentityResult>${result}</GetCallerIdentityResult></GetCallerIdentityResponse>`
const whole = xml('<Account>000000000001</Account>')

const never: Respond = () => {}
const drips: Respond = (response) => {
  response.writeHead(200)
  const drip = (): void => void response.write('<', (error) => error ?? setImmediate(drip))
  drip()
}
const flood: Respond = (response) => {
  response.on('error', () => {})
  const piece = 'x'.repeat(64 * 1024)
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  }
  response.on('drain', more)
  more()
}

describe.each(vendorIds)('%s', (id) => {
  test.each([
    ['a page', body('<!DOCTYPE html><html><body>Sign in</body></html>'), 5],
    ['a page of a gateway', body('<html><h1>502</h1></html>', 502), 5],
    ['null', body('null'), 5],
    ['a text', body('"planted-secret-of-the-management"'), 5],
    ['nothing', body(''), 5],
    ['an empty object', body('{}'), 5],
    ['a list', body('[]'), 5],
    ['deep nesting', body('['.repeat(5000)), 3],
    ['bytes that are no text', body('\u0000\uFFFF\u0000'), 5],
    ['a redirect', (response) => void response.writeHead(302, { location: '/' }).end(), 5],
    ['a reset', ({ socket }) => void socket?.resetAndDestroy(), 5],
    ['what is no HTTP', ({ socket }) => void socket?.end('planted\r\n\r\n'), 5],
    ['nothing, ever', never, 3],
    ['one character after the other', drips, 3],
    [
      '100 MB that are announced',
      (response) => void response.writeHead(200, { 'content-length': 100_000_000 }).write('{'),
      3,
    ],
    ['no end', flood, 3],
  ] satisfies readonly (readonly [string, Respond, number])[])('%s', async (_, answer, tries) => {
    // what comes at all comes in time, however busy this machine is
    const deadline = tries === 3 ? 100 : 10_000
    expect(whyNot(await proofAt(id, answer, { deadline }))).toMatch(
      /^(an answer that (is not the|nobody|names no)|a refusal without a code|no answer \()/u,
    )
    expect(asked).toBe(tries)
  })
})

test.each([
  ['cut in half', whole.slice(0, whole.length / 2)],
  ['cut behind the account', whole.slice(0, whole.indexOf('</Account>') + 10)],
  ['with two accounts', xml('<Account>000000000001</Account><Account>000000000002</Account>')],
  ['with the account elsewhere', '<Account>000000000001</Account>'],
  ['with the account in a comment', xml('<!-- --><Account>000000000001</Account>')],
  ['with an empty account', xml('<Account/>')],
  ['with an account of two words', xml('<Account>1 2</Account>')],
  ['with an endless account', xml(`<Account>${'1'.repeat(300)}</Account>`)],
  ['of an error without a code', '<ErrorResponse><Error/></ErrorResponse>'],
])('XML %s proves nothing', async (_, text) => {
  expect(whyNot(await proofAt('aws', body(text)))).toMatch(/^(an answer|a refusal) /u)
})

test.each([
  [
    'aws',
    body(
      '<ErrorResponse><Error><Code>ExpiredToken</Code><Message>planted</Message></Error></ErrorResponse>',
      403,
    ),
    'ExpiredToken',
  ],
  [
    'huawei',
    body('{"error_code":"APIGW.0301","error_msg":"planted","account_id":"1"}', 401),
    'APIGW.0301',
  ],
  [
    'tencent',
    body(
      '{"Response":{"Error":{"Code":"AuthFailure.TokenFailure","Message":"planted"},"AccountId":"1"}}',
    ),
    'AuthFailure.TokenFailure',
  ],
  [
    'codearts',
    body('{"error":{"code":401,"message":"planted","title":"Unauthorized"}}', 401),
    '401',
  ],
] satisfies readonly (readonly [VendorId, Respond, string])[])(
  '%s: a refusal is told by its code, and not asked again',
  async (id, answer, code) => {
    expect(whyNot(await proofAt(id, answer))).toBe(code)
    expect(asked).toBe(1)
  },
)

test('a success counts with its status alone', async () => {
  expect(whyNot(await proofAt('aws', body(whole, 404)))).toBe('an account, and HTTP 404')
})

test('a token of one account in a project of another is nobody’s', async () => {
  const [user, project] = ['a', 'b'].map((id) => ({ domain: { id } }))
  const two = JSON.stringify({ token: { user, project } })
  expect(whyNot(await proofAt('codearts', body(two)))).toMatch(
    /^an answer that names two accounts/u,
  )
})

test('an account that is our own secret is not printed', async () => {
  const proof = await proofAt('aws', body(xml(`<Account>${secret}</Account>`)))
  expect(JSON.stringify(proof)).not.toContain('planted')
  expect(proof).toMatchObject({ problem: { code: 'IDENTITY_MISMATCH' } })
})

test('nobody listens', async () => {
  const vendor = await loadVendor('aws')
  const gone = await new Promise<number>((resolve) => {
    const other = createServer().listen(0, '127.0.0.1', () => {
      const { port } = other.address() as AddressInfo
      other.close(() => resolve(port))
    })
  })
  const identityEndpoint = `http://127.0.0.1:${gone}`
  const management = { account: '1', credentials: { accessKey: 'AKID', secret, token } }
  const plan = planRun({
    vendors: ['aws'],
    target: {
      endpoint: identityEndpoint,
      identityEndpoint,
      accounts: { mode: 'single', management },
    },
  })
  const target = targetAt(plan, vendor, identityEndpoint)
  const { signal } = new AbortController()
  expect(whyNot(await proveIdentities(vendor, target, { stopped: signal, pause }))).toMatch(
    /^no answer \(unreachable/u,
  )
})

test('a stop ends it', async () => {
  const stopping = new AbortController()
  const proof = proofAt('aws', () => stopping.abort(), { stopped: stopping.signal })
  expect(whyNot(await proof)).toMatch(/^no answer \(aborted/u)
  expect(asked).toBe(1)
})
