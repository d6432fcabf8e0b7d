import { basicDate, readBasicDate } from '../../specs/wire/basic-date.ts'
import { issueToken, readToken } from '../../specs/wire/issued-token.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { minute } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

const hour = 60 * minute

/** Believes tokens whoever sealed them. */
export const tokenSealIgnored: KnownFault = {
  name: 'token-seal-ignored',
  description: 'believes tokens whoever sealed them',
  breaks: { codearts: ['R172', 'R180'] },
  alter: ({ verify }, { referenceEndpoint }) => ({
    verify: (message, serving) => verify(resealed(message, referenceEndpoint.secret), serving),
  }),
  seen: {
    at: ({ believes }) => believes({ tokenAge: 2 * hour }, redated),
    right: false,
    wrong: true,
  },
}

const withToken = (message: Message, token: string): Message => ({
  ...message,
  headers: { ...message.headers, 'x-auth-token': token },
})

/** The message with the seal that its token has to have. */
const resealed = (message: Message, secret: string): Message => {
  const token = readToken(message.headers['x-auth-token'] ?? '')
  const issued = token && readBasicDate(token.date)
  if (token === undefined || issued === undefined) return message
  return withToken(message, issueToken({ accessKey: token.accessKey, secret }, issued))
}

/** The message with a token that is an hour younger than its seal. */
const redated = (message: Message): Message => {
  const { 'x-auth-token': token = '' } = message.headers
  const { date = '' } = readToken(token) ?? {}
  const issued = readBasicDate(date)
  if (issued === undefined) return message
  return withToken(message, token.replace(date, basicDate(new Date(issued.getTime() + hour))))
}
