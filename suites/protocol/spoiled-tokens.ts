import type { Vendor } from '../../specs/vendor/vendor.ts'
import { issueToken } from '../../specs/wire/issued-token.ts'
import type { ProperCall, SpoiledCall, Spoils } from './spoiled-call.ts'

const minutes = 60_000

/** A token that is rightly sealed with the caller's secret, `offset` milliseconds from now. */
export const token =
  (offset: number) =>
  ({ credentials, now }: ProperCall): Spoils => ({
    credentials: { ...credentials, token: issueToken(credentials, new Date(now + offset)) },
  })

const sealedByAnother = ({ credentials, now }: ProperCall): Spoils => {
  const forger = { ...credentials, secret: 'orgproof-another-secret' }
  return {
    credentials: { ...credentials, token: issueToken(forger, new Date(now - 60 * minutes)) },
  }
}

/** The seal of the caller's own token under another date. */
const redated = ({ credentials, now }: ProperCall): Spoils => {
  const [key = '', , seal = ''] = issueToken(credentials, new Date(now - 60 * minutes)).split('.')
  const [, date = ''] = issueToken(credentials, new Date(now - 30 * minutes)).split('.')
  return { credentials: { ...credentials, token: [key, date, seal].join('.') } }
}

/** Whether a token may stand in for a signature. */
export const readsTokens = ({ protocol }: Vendor): boolean => protocol.tokens === true

/** Good as it is: nobody takes it for one of the future whose clock is a little slow. */
const hourOld = token(-60 * minutes)

/** Tokens that stand in for a signature, and that nobody believes who reads such tokens. */
export const spoiledTokens: readonly SpoiledCall[] = [
  {
    what: 'forged-token',
    title: 'A token that somebody else sealed',
    refusal: 'wire.invalid-token',
    protects: true,
    applies: readsTokens,
    spoil: sealedByAnother,
    twin: hourOld,
  },
  {
    what: 'redated-token',
    title: 'A token with a date that its seal does not cover',
    refusal: 'wire.invalid-token',
    protects: true,
    applies: readsTokens,
    spoil: redated,
    twin: hourOld,
  },
  {
    what: 'future-token',
    title: 'A token that is issued an hour from now',
    refusal: 'wire.invalid-token',
    applies: readsTokens,
    spoil: token(60 * minutes),
    twin: hourOld,
  },
  {
    what: 'expired-token',
    title: 'A token that was issued 25 hours ago',
    refusal: 'wire.expired',
    protects: true,
    applies: readsTokens,
    spoil: token(-25 * 60 * minutes),
    twin: hourOld,
  },
]
