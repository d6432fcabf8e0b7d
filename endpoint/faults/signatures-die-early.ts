import { minute } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Believes signatures only while the clocks agree to a minute. */
export const signaturesDieEarly: KnownFault = {
  name: 'signatures-die-early',
  description: 'believes signatures only while the clocks agree to a minute',
  breaks: {
    aws: ['protocol/aws/validity/3-minutes-off'],
    huawei: ['protocol/huawei/validity/10-minutes-off'],
    tencent: ['protocol/tencent/validity/3-minutes-off'],
    codearts: ['protocol/codearts/validity/10-minutes-off'],
  },
  alter: ({ verify }, { protocol }) => ({
    verify: async (message, serving) => {
      const sound = await verify(message, serving)
      // a token has a life of its own
      if ('problem' in sound || message.headers['x-auth-token'] !== undefined) return sound
      const most = (protocol.clockMayDiffer - 1) * minute
      const times = [-most, most].map((off) => new Date(serving.now.getTime() + off))
      const later = await Promise.all(times.map((now) => verify(message, { ...serving, now })))
      return later.find((one) => 'problem' in one) ?? sound
    },
  }),
  seen: {
    at: ({ believes }) => believes({ age: 2 * minute }),
    right: true,
    wrong: false,
  },
}
