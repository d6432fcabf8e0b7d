import type { KnownFault } from '../fault.ts'

/** Believes a signature with the query of the message, or without it. */
export const queryNotVerified: KnownFault = {
  name: 'query-not-verified',
  description: 'believes signatures that leave the query out',
  breaks: {
    huawei: ['protocol/huawei/signature/tampered-query'],
    codearts: ['protocol/codearts/signature/tampered-query'],
  },
  alter: ({ verify }) => ({
    verify: async (message, serving) => {
      const whole = await verify(message, serving)
      if (!('problem' in whole)) return whole
      return verify({ ...message, path: message.path.replace(/\?.*$/u, '') }, serving)
    },
  }),
  seen: {
    at: ({ believes }) =>
      believes({}, (message) => ({ ...message, path: `${message.path}?orgproof=1` })),
    right: false,
    wrong: true,
  },
}
