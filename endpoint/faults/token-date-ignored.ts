import { readBasicDate } from '../../specs/wire/basic-date.ts'
import { readToken } from '../../specs/wire/issued-token.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { day } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Believes tokens of any date. */
export const tokenDateIgnored: KnownFault = {
  name: 'token-date-ignored',
  description: 'believes tokens of any date',
  breaks: { codearts: ['R180'] },
  alter: ({ verify }) => ({
    verify: (message, serving) =>
      verify(message, { ...serving, now: issuedAt(message) ?? serving.now }),
  }),
  seen: {
    at: ({ believes }) => believes({ tokenAge: 2 * day }),
    right: false,
    wrong: true,
  },
}

const issuedAt = ({ headers }: Message): Date | undefined => {
  const token = readToken(headers['x-auth-token'] ?? '')
  return token && readBasicDate(token.date)
}
