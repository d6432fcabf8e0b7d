import type { KnownFault } from '../fault.ts'

/** Believes no signature over a message whose body and query both say something. */
export const signedQueryRefused: KnownFault = {
  name: 'signed-query-refused',
  description: 'believes no signature that covers a query beside a body',
  breaks: { codearts: ['protocol/codearts/answer/signed-query-is-read'] },
  alter: ({ verify }) => ({
    verify: async (message, serving) =>
      message.body !== '' && message.path.includes('?')
        ? { problem: 'wire.invalid-signature', detail: 'it is not the one of this message' }
        : verify(message, serving),
  }),
  seen: {
    at: ({ believes }) => believes({ query: '?orgproof=1' }),
    right: true,
    wrong: false,
  },
}
