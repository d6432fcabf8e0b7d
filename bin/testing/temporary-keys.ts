import type { Facade } from '../../endpoint/facade.ts'
import type { Fault } from '../../endpoint/fault.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { sha256Hex } from '../../specs/wire/sha256.ts'
import type { Answer, Credentials, Message } from '../../specs/wire/wire.ts'
import type { Otherwise } from './given-organization.ts'

/** For tests: an endpoint that takes temporary credentials, each for so many messages of an account, and permanent ones for ever. */
export interface TemporaryKeys {
  readonly otherwise: Pick<Otherwise, 'fault' | 'behave'>
  /** the n-th credentials of an account, counted from 1 */
  readonly issue: (account: string, number: number) => Credentials
  /** how many messages were refused since their credentials had expired */
  readonly refused: () => number
  /** every secret and token that was issued */
  readonly issued: () => readonly string[]
}

/** How long temporary credentials last. */
interface Lasting {
  /** messages of an account, from the first one of a case on */
  readonly uses: number
  /** the code of the refusal */
  readonly code: string
  /** every other refusal of whoever has fresh ones has a wrong code, and tells them, secret and all */
  readonly telling?: true
}

const tokenHeaders = ['x-amz-security-token', 'x-tc-token', 'x-security-token'] as const
const tokenIn = ({ headers }: Pick<Message, 'headers'>): string | undefined =>
  tokenHeaders.map((name) => headers[name]).find((token) => token !== undefined)

/** For tests: makes an endpoint take temporary credentials. */
export function temporaryKeys(vendor: Vendor, lasting: Lasting): TemporaryKeys {
  const issued = new Set<string>()
  const { isOver, refused } = openUses(vendor, lasting)
  const refuse = (code: string, message: string): Answer =>
    vendor.wire.refuse({ status: 400, code, message }, 'request-1')
  const behave =
    (answer: Facade['answer']): Facade['answer'] =>
    async (message) => {
      const token = tokenIn(message)
      if (token === undefined) return answer(message)
      if (isOver(message, token)) return refuse(lasting.code, `expired: ${token}`)
      const told = await answer(message)
      const isTold = lasting.telling === true && told.status >= 400 && token !== tokenOf(1)
      return isTold ? refuse('Wrong', `${token} ${secretOf(token)}`) : told
    }
  return {
    otherwise: { fault: taking(vendor), behave },
    issue: (account, number) => {
      const token = tokenOf(number)
      issued.add(token).add(secretOf(token))
      return { accessKey: account, secret: secretOf(token), token }
    },
    refused,
    issued: () => [...issued],
  }
}

const taking = (vendor: Vendor): Fault => ({
  name: 'temporary',
  description: 'takes temporary credentials',
  breaks: {},
  alter: ({ verify }) => ({
    verify: async (message, serving) => {
      const token = tokenIn(message)
      if (token === undefined) return verify(message, serving)
      const keys = (accessKey: string): Credentials => ({
        accessKey,
        secret: secretOf(token),
        token,
      })
      return vendor.wire.verify(message, keys, serving)
    },
  }),
})

/** Counts what credentials are used for, and what is refused since they were used enough. */
const openUses = (vendor: Vendor, { uses }: Lasting) => {
  const used = new Map<string, number>()
  let refused = 0
  return {
    refused: () => refused,
    isOver: (message: Message, token: string): boolean => {
      const key = `${vendor.wire.claimant(message) ?? ''} ${token}`
      const isOfCase = message.headers['user-agent']?.includes('; scenario/') === true
      if (!isOfCase && !used.has(key)) return false
      const count = (used.get(key) ?? 0) + 1
      used.set(key, count)
      if (count <= uses) return false
      refused += 1
      return true
    },
  }
}

// nothing of one looks like any other
const tokenOf = (number: number): string => sha256Hex(`token ${number}`)
const secretOf = (token: string): string => sha256Hex(`secret of ${token}`)
