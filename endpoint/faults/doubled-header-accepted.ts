import type { Message } from '../../specs/wire/wire.ts'
import type { Fault } from '../fault.ts'

/** Reads the signed headers as a set. */
export const doubledHeaderAccepted: Fault = {
  name: 'doubled-header-accepted',
  description: 'believes signatures that name a header twice',
  breaks: {
    aws: ['protocol/aws/signature/doubled-header'],
    huawei: ['protocol/huawei/signature/doubled-header'],
    tencent: ['C2'],
    codearts: ['protocol/codearts/signature/doubled-header'],
  },
  alter: ({ verify }) => ({ verify: (message, serving) => verify(onceEach(message), serving) }),
}

const onceEach = (message: Message): Message => {
  const { authorization } = message.headers
  if (authorization === undefined) return message
  const once = authorization.replace(
    /SignedHeaders=([^,]*)/u,
    (_, names: string) => `SignedHeaders=${[...new Set(names.split(';'))].join(';')}`,
  )
  return { ...message, headers: { ...message.headers, authorization: once } }
}
