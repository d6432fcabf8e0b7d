import type { Message } from '../../specs/wire/wire.ts'
import type { Fault } from '../fault.ts'

/** Verifies and hears what the bytes of a body read like. */
export const bytesReadAsText: Fault = {
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
}

const asText = ({ method, path, headers, body }: Message): Message => ({
  method,
  path,
  headers,
  body,
})
