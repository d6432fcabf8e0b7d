import { gzipSync } from 'node:zlib'

import type { Delivered, Delivery } from './variant.ts'

type Headers = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** An answer that is on its way out. */
export interface Outgoing {
  shouldKeepAlive: boolean
  readonly socket: { readonly resetAndDestroy: () => unknown } | null
  readonly getHeaders: () => Headers
  readonly writeHead: (status: number, headers: Record<string, string | number>) => unknown
  readonly write: (chunk: Buffer, written?: () => void) => unknown
  readonly end: (chunk: Buffer | string) => unknown
}

/** Sends an answer on its way, as it is to travel; `keepAlive` is false where there is more of the request than anybody read. */
export function send(
  response: Outgoing,
  { answer, delivery }: Delivered,
  keepAlive: boolean,
): void {
  if (!keepAlive || delivery?.closing === true) response.shouldKeepAlive = false
  if (delivery !== undefined) return sendOtherwise(response, answer, delivery)
  const length = Buffer.byteLength(answer.body)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': length })
  // a text goes out in one piece with its header
  response.end(answer.body)
}

/** Sends it as no endpoint has to: late, cut, zipped, in pieces. */
const sendOtherwise = (
  response: Outgoing,
  answer: Delivered['answer'],
  delivery: Delivery,
): void => {
  if (delivery.lost === true) return hangUp(response)
  const plain = Buffer.from(answer.body)
  const zipped = delivery.encoding === 'gzip' && plain.length > 0
  const body = zipped ? gzipSync(plain) : plain
  const headers = {
    ...response.getHeaders(),
    ...answer.headers,
    ...(zipped && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
  }
  response.writeHead(answer.status, written({ ...headers, ...lengthOf(body, delivery) }, delivery))
  sendBody(response, body, delivery)
}

const lengthOf = ({ length }: Buffer, { chunked }: Delivery): Headers =>
  chunked === true ? {} : { 'content-length': length }

const sendBody = (response: Outgoing, body: Buffer, { cutAt, chunked }: Delivery): void => {
  if (cutAt !== undefined && body.length > 0) {
    const part = body.subarray(0, Math.floor(body.length * cutAt))
    response.write(part, () => hangUp(response))
    return
  }
  const middle = chunked === true ? Math.ceil(body.length / 2) : 0
  if (middle > 0) response.write(body.subarray(0, middle))
  response.end(body.subarray(middle))
}

/** A reset, not an end: the client is to know that there was more. */
const hangUp = (response: Outgoing): void => {
  response.socket?.resetAndDestroy()
}

const written = (headers: Headers, { headerCase }: Delivery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [inCase(name, headerCase), String(value)]),
  )

/** A name of a header, its words split by hyphens. */
const inCase = (name: string, headerCase: Delivery['headerCase']): string => {
  if (headerCase === 'upper') return name.toUpperCase()
  if (headerCase !== 'title') return name
  return name.replaceAll(/(?<=^|-)[a-z]/gu, (letter) => letter.toUpperCase())
}
