import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import {
  ConstraintViolationException,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  OrganizationsClient,
  TagResourceCommand,
} from '@aws-sdk/client-organizations'
import { afterEach, expect, test } from 'vitest'

import { awsJson } from './aws-json.ts'
import type { Answer, Credentials, Heard, Message, WireProblem } from './wire.ts'

// The vendor's own SDK is the judge here: it signs for our verifier and reads our answers.

const wire = awsJson({ targetPrefix: 'AWSOrganizationsV20161128', service: 'organizations' })
const region = 'eu-west-1'
const credentials: Credentials = { accessKey: '111122223333', secret: 's/+=', token: 'tok/en==' }

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((closed) => {
      server.close(closed)
    })
  }
})

const messageOf = async (request: IncomingMessage): Promise<Message> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
  const { method = '', url: path = '' } = request
  return {
    method,
    path,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString(),
  }
}

const signedAt = (message: Message): Date => {
  const date = message.headers['x-amz-date'] ?? ''
  return new Date(date.replace(/^(....)(..)(..T..)(..)/, '$1-$2-$3:$4:'))
}

interface Desk {
  readonly client: OrganizationsClient
  readonly heard: (Heard | WireProblem)[]
  readonly verified: unknown[]
}

/** A server that verifies, hears and then answers always the same; and the SDK's client for it. */
const openDesk = async (
  answer: Answer,
  { path = '', secret = credentials.secret } = {},
): Promise<Desk> => {
  const heard: (Heard | WireProblem)[] = []
  const verified: unknown[] = []
  const server = createServer((request, response) => {
    const serve = async (): Promise<void> => {
      const message = await messageOf(request)
      const serving = { now: signedAt(message), regions: [region] }
      verified.push(await wire.verify(message, () => credentials, serving))
      heard.push(wire.hear(message))
      response.writeHead(answer.status, answer.headers).end(answer.body)
    }
    void serve()
  })
  servers.push(server)
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const { accessKey, token } = credentials
  const client = new OrganizationsClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    region,
    maxAttempts: 1,
    credentials: {
      accessKeyId: accessKey,
      secretAccessKey: secret,
      ...(token === undefined ? {} : { sessionToken: token }),
    },
  })
  return { client, heard, verified }
}

test.each(['', '/base', '/a%20b/'])(
  'the SDK signs what we verify and hear, under "%s"',
  async (path) => {
    const { client, heard, verified } = await openDesk(wire.answer('TagResource', {}, 'id-1'), {
      path,
    })
    const Tags = [{ Key: 'clé', Value: '' }]
    await client.send(new TagResourceCommand({ ResourceId: 'r-exam', Tags }))
    expect(verified).toEqual([{ accessKey: credentials.accessKey }])
    expect(heard).toEqual([{ operation: 'TagResource', input: { ResourceId: 'r-exam', Tags } }])
  },
)

test('the SDK reads our output', async () => {
  const Accounts = [{ Id: '111122223333', JoinedTimestamp: 1_631_121_728.678 }]
  const { client, heard } = await openDesk(wire.answer('ListAccounts', { Accounts }, 'id-2'))
  const output = await client.send(new ListAccountsCommand({}))
  expect(heard).toEqual([{ operation: 'ListAccounts', input: {} }])
  expect(output.$metadata).toMatchObject({ httpStatusCode: 200, requestId: 'id-2' })
  expect(output.Accounts).toEqual([
    { Id: '111122223333', JoinedTimestamp: new Date('2021-09-08T17:22:08.678Z') },
  ])
})

test('the SDK reads our refusal, its message and its reason', async () => {
  const refusal = {
    status: 400,
    code: 'ConstraintViolationException',
    message: 'too many',
    reason: 'OU_NUMBER_LIMIT_EXCEEDED',
  }
  const { client } = await openDesk(wire.refuse(refusal, 'id-3'))
  const error: unknown = await client
    .send(new DescribeOrganizationCommand({}))
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ConstraintViolationException)
  expect(error).toMatchObject({
    name: refusal.code,
    message: refusal.message,
    Reason: refusal.reason,
    $fault: 'client',
    $metadata: { httpStatusCode: 400, requestId: 'id-3' },
  })
})

test('what the SDK signs with another secret is noticed', async () => {
  const { client, verified } = await openDesk(wire.answer('X', {}, 'id-4'), { secret: 'other' })
  await client.send(new DescribeOrganizationCommand({}))
  expect(verified).toMatchObject([{ problem: 'wire.invalid-signature' }])
})
