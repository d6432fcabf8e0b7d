import { readBasicDate } from '../../specs/wire/basic-date.ts'
import { readToken } from '../../specs/wire/issued-token.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { minute } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

const halfAnHour = 30 * minute

/** Believes tokens for half an hour only. */
export const tokensDieEarly: KnownFault = {
  name: 'tokens-die-early',
  description: 'believes tokens for half an hour only',
  breaks: { codearts: ['R180'] },
  alter: ({ verify }) => ({
    verify: async (message, serving) =>
      serving.now.getTime() - issuedAt(message, serving.now) > halfAnHour
        ? { problem: 'wire.expired', detail: 'the token is half an hour old' }
        : verify(message, serving),
  }),
  seen: {
    at: ({ believes }) => believes({ tokenAge: 2 * halfAnHour }),
    right: true,
    wrong: false,
  },
}

/** When the token of a message was issued, in milliseconds since 1970; now where it has none. */
const issuedAt = ({ headers }: Message, now: Date): number => {
  const token = readToken(headers['x-auth-token'] ?? '')
  return (token && readBasicDate(token.date))?.getTime() ?? now.getTime()
}
