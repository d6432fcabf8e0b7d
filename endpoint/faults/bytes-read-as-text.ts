import type { Message } from '../../specs/wire/wire.ts'
import type { KnownFault } from '../fault.ts'

/** Verifies and hears what the bytes of a body read like. */
export const bytesReadAsText: KnownFault = {
  name: 'bytes-read-as-text',
  description: 'verifies what the bytes of a body read like',
  breaks: {
    aws: ['protocol/aws/signature/tampered-bytes'],
    huawei: ['protocol/huawei/signature/tampered-bytes'],
    tencent: ['C7'],
    codearts: ['protocol/codearts/signature/tampered-bytes'],
  },
  alter: ({ verify, hear }) => ({
    verify: (message, serving) => verify(asText(message), serving),
    hear: (message) => hear(asText(message)),
  }),
  seen: {
    at: ({ believes }) =>
      believes({}, (message) => ({ ...message, bytes: Buffer.from(message.body, 'latin1') })),
    right: false,
    wrong: true,
  },
}

const asText = ({ method, path, headers, body }: Message): Message => ({
  method,
  path,
  headers,
  body,
})
