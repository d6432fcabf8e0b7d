import { generateKeyPairSync, type KeyObject } from 'node:crypto'

import { expect, test } from 'vitest'

import { readPrivateKey, readPublicKey, type KeyRead } from './read-keys.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const pkcs8 = (key: KeyObject, passphrase?: string): string =>
  key
    .export({
      type: 'pkcs8',
      format: 'pem',
      ...(passphrase !== undefined && { cipher: 'aes-256-cbc', passphrase }),
    })
    .toString()
const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString()

const own = pkcs8(privateKey)
const locked = pkcs8(privateKey, 'open sesame')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const body = own.split('\n')[1] ?? ''

const told = (read: KeyRead): string => ('problem' in read ? read.problem.message : 'read')

test('a key of ed25519 is read, encrypted or not', () => {
  for (const read of [
    readPrivateKey('k', own, undefined),
    readPrivateKey('k', own, 'not needed'),
    readPrivateKey('k', `some words before it\r\n${own.replaceAll('\n', '\r\n')}`, undefined),
    readPrivateKey('k', locked, 'open sesame'),
  ]) {
    expect(told(read)).toBe('read')
    if ('key' in read) expect(read.key.equals(privateKey)).toBe(true)
  }
  const read = readPublicKey('p', spki(publicKey))
  if ('problem' in read) throw new Error(read.problem.message)
  expect(read.key.equals(publicKey)).toBe(true)
})

test.each([
  ['nothing', '', 'holds no PEM, or more than one'],
  ['a word', 'key', 'holds no PEM, or more than one'],
  ['two keys', own + own, 'holds no PEM, or more than one'],
  ['a public key', spki(publicKey), 'holds no private key'],
  ['an encrypted one', locked, 'is encrypted'],
  ['RSA', pkcs8(rsa.privateKey), 'holds a key of rsa, not of ed25519'],
  [
    'RSA of old',
    rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    'holds a key of rsa, not of ed25519',
  ],
  ['ECDSA', pkcs8(ec.privateKey), 'holds a key of ec, not of ed25519'],
  ['ed448', pkcs8(generateKeyPairSync('ed448').privateKey), 'holds a key of ed448, not of ed25519'],
  [
    'x25519',
    pkcs8(generateKeyPairSync('x25519').privateKey),
    'holds a key of x25519, not of ed25519',
  ],
  [
    'OpenSSH',
    own.replaceAll('PRIVATE KEY', 'OPENSSH PRIVATE KEY'),
    'holds a private key in a form of its own program',
  ],
  [
    'cosign',
    own.replaceAll('PRIVATE KEY', 'ENCRYPTED SIGSTORE PRIVATE KEY'),
    'holds a private key in a form of its own program',
  ],
  ['a broken one', own.replace(body, body.slice(4)), 'holds a private key that can not be read'],
])('%s is no key to sign with', (_, pem, says) => {
  const read = readPrivateKey('k', pem, undefined)
  expect(told(read)).toBe(`k ${says}`)
  expect(JSON.stringify(read)).not.toContain(body)
})

test('a passphrase that is not the right one is told, and never printed', () => {
  const read = readPrivateKey('k', locked, 'wrong-words')
  expect(told(read)).toContain('is not opened by the passphrase in ORGPROOF_KEY_PASSPHRASE')
  expect(JSON.stringify(read)).not.toContain('wrong-words')
})

test.each([
  ['nothing', '', 'holds no public key in PEM'],
  ['a private key', own, 'holds a private key, and verifying takes the public one'],
  ['two keys', spki(publicKey) + spki(publicKey), 'holds no public key in PEM'],
  ['RSA', spki(rsa.publicKey), 'holds a key of rsa, not of ed25519'],
  ['ECDSA', spki(ec.publicKey), 'holds a key of ec, not of ed25519'],
  [
    'a certificate of X.509',
    spki(publicKey).replaceAll('PUBLIC KEY', 'CERTIFICATE'),
    'holds no public key in PEM',
  ],
  [
    'a broken one',
    spki(publicKey).replace('MCow', 'MCox'),
    'holds a public key that can not be read',
  ],
])('%s is no key to verify with', (_, pem, says) => {
  expect(told(readPublicKey('p', pem))).toBe(`p ${says}`)
})
