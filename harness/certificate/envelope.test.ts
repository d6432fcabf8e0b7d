import { createPrivateKey, createPublicKey, sign } from 'node:crypto'

import { expect, test } from 'vitest'

import { keyId, seal, unseal } from './envelope.ts'

// RFC 8032, section 7.1, TEST 1: the secret key in its PKCS #8 frame (RFC 8410, section 7).
const key = createPrivateKey({
  key: Buffer.from(
    '302e020100300506032b657004220420' +
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'hex',
  ),
  format: 'der',
  type: 'pkcs8',
})

test('what is signed is the encoding of DSSE, byte for byte', () => {
  // secure-systems-lab/dsse, protocol.md: PAE("http://example.com/HelloWorld", "hello world")
  const encoded = 'DSSEv1 29 http://example.com/HelloWorld 11 hello world'
  const payload = Buffer.from('hello world').toString('base64')
  const sig = sign(null, Buffer.from(encoded), key).toString('base64')
  const payloadType = 'http://example.com/HelloWorld'
  const envelope = { payloadType, payload, signatures: [{ keyid: keyId(key), sig }] }
  // the signature is valid: what is wrong is only that no statement was signed
  expect(unseal(envelope, createPublicKey(key))).toEqual({
    refused: 'what is signed is no statement of in-toto',
  })
})

test('lengths are those of bytes, not of characters', () => {
  const text = '{"é": "日本"}'
  const { payload, payloadType, signatures } = seal(text, key)
  const bytes = Buffer.from(payload, 'base64')
  expect(payloadType).toBe('application/vnd.in-toto+json')
  const encoded = Buffer.concat([Buffer.from(`DSSEv1 28 ${payloadType} ${bytes.length} `), bytes])
  expect(signatures[0]?.sig).toBe(sign(null, encoded, key).toString('base64'))
  expect(unseal({ payload, payloadType, signatures }, createPublicKey(key))).toEqual({
    payload: Buffer.from(text),
  })
})

test('a key has one id, whichever half is asked', () => {
  expect(keyId(key)).toBe(keyId(createPublicKey(key)))
  expect(keyId(key)).toMatch(/^[0-9a-f]{64}$/u)
})
