import { Buffer } from 'node:buffer'
import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

import { sha256Hex } from '../../specs/wire/sha256.ts'

/** A DSSE envelope, protocol version 1 (secure-systems-lab/dsse): what is signed, as what, and by whom. */
export interface Envelope {
  readonly payloadType: string
  /** base64 */
  readonly payload: string
  readonly signatures: readonly {
    readonly keyid: string
    /** base64 */
    readonly sig: string
  }[]
}

/** The payload type of in-toto statements. */
export const statementPayloadType = 'application/vnd.in-toto+json'

/** The id of a key: the sha256 of its public half as SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7) in DER. */
export function keyId(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key
  return sha256Hex(half.export({ type: 'spki', format: 'der' }))
}

/** Seals a text in an envelope, signed with an ed25519 key. */
export function seal(text: string, key: KeyObject): Envelope {
  const payload = Buffer.from(text, 'utf8')
  const signature = sign(null, preAuthentication(statementPayloadType, payload), key)
  return {
    payloadType: statementPayloadType,
    payload: payload.toString('base64'),
    signatures: [{ keyid: keyId(key), sig: signature.toString('base64') }],
  }
}

/** The bytes that an envelope holds, or why they are not what the owner of the key signed as a statement. */
export function unseal(
  { payloadType, payload, signatures }: Envelope,
  key: KeyObject,
): { readonly payload: Buffer } | { readonly refused: string } {
  const [signature, second] = signatures
  if (signature === undefined || second !== undefined) {
    return { refused: `it has ${signatures.length} signatures, and a certificate has one` }
  }
  const [bytes, sig] = [fromBase64(payload), fromBase64(signature.sig)]
  if (bytes === undefined || sig === undefined) {
    return { refused: 'its payload or signature is not in base64 as a certificate writes it' }
  }
  if (signature.keyid !== keyId(key)) return { refused: 'it names another key than the one given' }
  // the key is ed25519 and says so itself: nothing in the envelope has a say in how it is verified
  if (!verify(null, preAuthentication(payloadType, bytes), key, sig)) {
    return { refused: 'the signature is not that of the key over what it holds' }
  }
  if (payloadType !== statementPayloadType) {
    return { refused: 'what is signed is no statement of in-toto' }
  }
  return { payload: bytes }
}

/** What is signed in place of the payload alone (DSSE, "PAE"): its type is bound, and both lengths. */
const preAuthentication = (payloadType: string, payload: Buffer): Buffer => {
  const type = Buffer.from(payloadType, 'utf8')
  const head = `DSSEv1 ${type.length} ${payloadType} ${payload.length} `
  return Buffer.concat([Buffer.from(head, 'utf8'), payload])
}

/** Standard base64 (RFC 4648, section 4) with its padding, and one text only for the same bytes. */
const fromBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}
