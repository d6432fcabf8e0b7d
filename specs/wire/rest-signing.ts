import { readToken, verifyToken } from './issued-token.ts'
import { claimedSdkHmacKey } from './sdk-hmac-authorization.ts'
import { verifySdkHmac } from './sdk-hmac-verify.ts'
import { signSdkHmac } from './sdk-hmac.ts'
import { wireProblem } from './wire-problem.ts'
import type { Message, MessageHead, Wire, WireProblem } from './wire.ts'

type Signing = Pick<Wire, 'sign' | 'claimant' | 'verify'>
type Sender = { readonly accessKey: string } | WireProblem

/** A header that names the account must name the one whose key signed. */
const inDomain = ({ headers }: Message, sender: Sender): Sender => {
  const domain = headers['x-domain-id']
  if ('problem' in sender || domain === undefined || domain === sender.accessKey) return sender
  return wireProblem('wire.wrong-scope', 'x-domain-id is not the account of the access key')
}

const signer = ({ headers }: MessageHead): string | undefined =>
  claimedSdkHmacKey(headers['authorization'] ?? '')

/** Calls are signed with SDK-HMAC-SHA256, and no other way. */
export const sdkHmacSigning: Signing = {
  sign: async (message, endpoint, scope) => signSdkHmac(message, endpoint, scope),
  claimant: signer,
  verify: async (message, keys, { now }) => inDomain(message, verifySdkHmac(message, keys, now)),
}

/** Calls carry a token in `x-auth-token`; whoever has keys and no token signs with SDK-HMAC-SHA256 instead. */
export const tokenSigning: Signing = {
  sign: async (message, endpoint, scope) => {
    const { token } = scope.credentials
    if (token === undefined) return signSdkHmac(message, endpoint, scope)
    const headers = { ...message.headers, host: endpoint.host, 'x-auth-token': token }
    return { ...message, headers }
  },
  claimant: (head) => {
    const { 'x-auth-token': token } = head.headers
    return token === undefined ? signer(head) : readToken(token)?.accessKey
  },
  verify: async (message, keys, { now }) => {
    const signed = message.headers['x-auth-token'] === undefined
    return signed ? verifySdkHmac(message, keys, now) : verifyToken(message, keys, now)
  },
}
