import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { wireProblem } from '../../specs/wire/wire-problem.ts'
import type { Credentials, KeyRing, Message } from '../../specs/wire/wire.ts'
import type { Steps, Verify } from '../steps.ts'
import { cloudAccounts, sessionBy } from './cloud-accounts.ts'

const tokenHeaders = ['x-amz-security-token', 'x-tc-token', 'x-security-token'] as const

const tokenIn = ({ headers }: Pick<Message, 'headers'>): string | undefined =>
  tokenHeaders.map((name) => headers[name]).find((token) => token !== undefined)

const over = 'the session has expired'

type VerifyBy = (
  message: Parameters<Verify>[0],
  keys: KeyRing,
  serving: Parameters<Verify>[1],
) => ReturnType<Verify>

/** Only the accounts of a cloud have keys: permanent ones, and sessions that end. */
export function knownKeys(vendor: Vendor): (steps: Steps) => Partial<Steps> {
  const keys = new Map(
    cloudAccounts(vendor).map(({ account, credentials }) => [account, credentials]),
  )
  const ringFor =
    (token: string | undefined) =>
    (accessKey: string): Credentials | undefined => {
      const known = keys.get(accessKey)
      if (token === undefined || known === undefined) return known
      return sessionBy(accessKey, token)?.credentials ?? known
    }
  const timely =
    (verify: VerifyBy): Verify =>
    async (message, serving) => {
      const token = tokenIn(message)
      const sender = await verify(message, ringFor(token), serving)
      if ('problem' in sender || token === undefined) return sender
      const ends = sessionBy(sender.accessKey, token)?.ends ?? Number.POSITIVE_INFINITY
      return serving.now.getTime() < ends ? sender : wireProblem('wire.invalid-token', over)
    }
  return ({ explain }) => ({
    verify: timely((...message) => vendor.wire.verify(...message)),
    identify: timely((...message) => vendor.identity.verify(...message)),
    explain: (refused) => {
      const error = explain(refused)
      if (error === undefined || refused.detail !== over) return error
      // some vendors have a code of its own for it
      const answers = answersTo(vendor.refusals, 'wire.invalid-token') ?? []
      const own = answers.find(({ code }) => /expired/iu.test(code))
      return own === undefined ? error : { ...error, code: own.code }
    },
  })
}
