import type { Message } from '../../specs/wire/wire.ts'
import type { Fault } from '../fault.ts'

/** Believes signatures of any age. */
export const expiredSignatureAccepted: Fault = {
  name: 'expired-signature-accepted',
  description: 'believes signatures of any age',
  breaks: {
    aws: ['protocol/aws/signature/expired'],
    huawei: ['R5'],
    tencent: ['C6'],
    codearts: ['protocol/codearts/signature/expired'],
  },
  alter: ({ verify }) => ({
    verify: (message, serving) =>
      verify(message, { ...serving, now: signedAt(message) ?? serving.now }),
  }),
}

/** When a message says that it was signed: in seconds since 1970, or as a basic ISO 8601 date. */
const signedAt = ({ headers }: Message): Date | undefined => {
  const seconds = headers['x-tc-timestamp']
  if (seconds !== undefined) return new Date(Number(seconds) * 1000)
  const text = headers['x-amz-date'] ?? headers['x-sdk-date'] ?? ''
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(text)
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second] = parts
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
