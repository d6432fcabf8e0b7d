import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

import type { Answer, Message } from '../../../specs/wire/wire.ts'

/** A message that came, and what an endpoint that is right would answer. */
export interface Asked {
  readonly message: Message
  /** counted from 1 */
  readonly count: number
  readonly honest: () => Promise<Answer>
}

/** An endpoint that no client is to be hurt by, whatever it sends. */
export interface Hostile {
  readonly name: string
  readonly reply: (asked: Asked, response: ServerResponse) => unknown
  /** it only ever says that it is busy: nothing is known of it */
  readonly busy?: true
  /** strange, but no client is hurt: it may keep its contract all the same */
  readonly harmless?: true
}

/** What travels instead of an answer: its body may be bytes, and a header come several times. */
export interface Sent extends Pick<Answer, 'status'> {
  readonly headers: OutgoingHttpHeaders
  readonly body: string | Buffer
}

/** Sends an answer whole. */
export function send(response: ServerResponse, { status, headers, body }: Sent): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** Answers what `make` makes of a message, or its count. */
export function answering(name: string, make: (asked: Asked) => Sent): Hostile {
  return { name, reply: (asked, response) => send(response, make(asked)) }
}

/** Answers rightly but for what `twist` makes of it. */
export function twisting(
  name: string,
  twist: (answer: Answer, asked: Asked) => Sent | Promise<Sent>,
): Hostile {
  return {
    name,
    reply: async (asked, response) => send(response, await twist(await asked.honest(), asked)),
  }
}

/** Answers rightly, with more members: they are written as they stand. What answers no object stays as it is. */
export function adding(name: string, members: string): Hostile {
  return twisting(name, (answer) =>
    answer.body.endsWith('}')
      ? {
          ...answer,
          body: `${answer.body.slice(0, -1)}${answer.body === '{}' ? '' : ','}${members}}`,
        }
      : answer,
  )
}

/** Writes to the socket what need not be HTTP. */
export function writing(name: string, write: (socket: Duplex, asked: Asked) => void): Hostile {
  return {
    name,
    reply: (asked, response) => {
      if (response.socket !== null) write(response.socket, asked)
    },
  }
}

/** The head of answers in JSON. */
export const json: Readonly<Record<string, string>> = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amzn-requestid': 'always-the-same',
}
