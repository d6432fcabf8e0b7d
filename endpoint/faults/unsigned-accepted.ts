import type { KnownFault } from '../fault.ts'

/** Takes a message without a signature for one of whoever was believed last. */
export const unsignedAccepted: KnownFault = {
  name: 'unsigned-accepted',
  description: 'takes a message without a signature for one of whoever was believed last',
  breaks: {
    aws: ['protocol/aws/signature/missing'],
    huawei: ['R4'],
    tencent: ['protocol/tencent/signature/missing'],
    codearts: ['protocol/codearts/signature/missing'],
  },
  alter: ({ verify }) => {
    let believed: string | undefined
    return {
      verify: async (message, serving) => {
        const verified = await verify(message, serving)
        if (!('problem' in verified)) believed = verified.accessKey
        return message.headers['authorization'] === undefined && believed !== undefined
          ? { accessKey: believed }
          : verified
      },
    }
  },
  seen: {
    at: ({ believes }) =>
      believes({}, (message) => {
        const { authorization: _, ...headers } = message.headers
        return { ...message, headers }
      }),
    right: false,
    wrong: true,
  },
}
