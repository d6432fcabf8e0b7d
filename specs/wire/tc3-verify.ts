import { own } from '../contract/own.ts'
import { readTc3Authorization, type Tc3Authorization } from './tc3-authorization.ts'
import { tc3Canonical, tc3Day, tc3Signature, type SignedHeaders } from './tc3.ts'
import { verifySignature, type Claim, type SignatureScheme } from './verify-signature.ts'
import { wireProblem } from './wire-problem.ts'
import type { KeyRing, Message, WireProblem } from './wire.ts'

/**
 * Who signed a message with TC3-HMAC-SHA256, or why it can not be trusted (verify-signature.ts). The vendor's own
 * clients sign the host without its port, so either form counts, and take the first label of the host for the service.
 */
export function verifyTc3(
  message: Message,
  keys: KeyRing,
  expected: { readonly service: string; readonly now: Date },
): { readonly accessKey: string } | WireProblem {
  return verifySignature(schemeOf(expected.service), message, { keys, now: expected.now })
}

const schemeOf = (service: string): SignatureScheme<Tc3Authorization> => ({
  algorithm: 'TC3-HMAC-SHA256',
  read: readTc3Authorization,
  dateHeader: 'x-tc-timestamp',
  readDate: (digits) => (/^\d{1,11}$/u.test(digits) ? new Date(Number(digits) * 1000) : undefined),
  // 001_eccd419a0cd351db.txt, line 79
  skew: 5 * 60 * 1000,
  tokenHeader: 'x-tc-token',
  mustCover: () => ['content-type', 'host'],
  claimProblem: (message, claim) => scopeProblem(message, claim, service),
  ageFirst: true,
  *proofs(message, { authorization, at }, { secret }) {
    const scope = { secret, service: authorization.service, timestamp: secondsOf(at) }
    for (const headers of spellings(message, authorization.signedHeaders)) {
      yield tc3Signature(tc3Canonical(message, headers), scope)
    }
  },
})

const secondsOf = (at: Date): number => at.getTime() / 1000

const scopeProblem = (
  { headers }: Message,
  { authorization, at }: Claim<Tc3Authorization>,
  service: string,
): WireProblem | undefined => {
  const { day, terminator } = authorization
  const [label] = (headers['host'] ?? '').split('.')
  const today = tc3Day(secondsOf(at))
  const fits = authorization.service === service || authorization.service === label
  if (fits && day === today && terminator === 'tc3_request') return undefined
  const scope = `${day}/${authorization.service}/${terminator}`
  return wireProblem(
    'wire.wrong-scope',
    `credential scope ${scope}, expected ${today}/${service}/tc3_request`,
  )
}

/** Values are signed in lower case (the page) or as they travel (the clients), hosts with or without port. */
const spellings = ({ headers }: Message, names: readonly string[]): readonly SignedHeaders[] => {
  const plain = names.map((name) => [name, own(headers, name) ?? ''] as const)
  const portless = plain.map(([name, value]) =>
    name === 'host' ? ([name, value.replace(/:\d+$/u, '')] as const) : ([name, value] as const),
  )
  return [plain, portless].flatMap((signed) => [
    signed,
    signed.map(([name, value]) => [name, value.toLowerCase()] as const),
  ])
}
