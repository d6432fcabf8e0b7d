import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

import type { Problem } from '../problem.ts'

/** The variable that holds the passphrase of an encrypted key: a flag would stand in the list of processes. */
export const passphraseVariable = 'ORGPROOF_KEY_PASSPHRASE'

/** A key, or why there is none. What is told never quotes the file. */
export type KeyRead = { readonly key: KeyObject } | { readonly problem: Problem }

/** The private key of a PEM text: ed25519 in PKCS #8 (RFC 8410), encrypted or not. `path` is what messages call it. */
export function readPrivateKey(path: string, pem: string, passphrase: string | undefined): KeyRead {
  const label = labelOf(pem)
  const foreign = whyForeign(label)
  if (foreign !== undefined) return unusable(path, foreign, makeOne)
  const encrypted = label === 'ENCRYPTED PRIVATE KEY' || pem.includes('Proc-Type: 4,ENCRYPTED')
  if (encrypted && passphrase === undefined) {
    return unusable(path, 'is encrypted', `its passphrase is read from ${passphraseVariable}`)
  }
  const key = attempt(() =>
    createPrivateKey({ key: pem, format: 'pem', passphrase: passphrase ?? '' }),
  )
  if (key !== undefined) return ofEd25519(path, key)
  return encrypted
    ? unusable(path, `is not opened by the passphrase in ${passphraseVariable}, or is broken`)
    : unusable(path, 'holds a private key that can not be read', makeOne)
}

/** The public key of a PEM text: ed25519 as SubjectPublicKeyInfo (RFC 8410). */
export function readPublicKey(path: string, pem: string): KeyRead {
  const label = labelOf(pem)
  if (label?.endsWith('PRIVATE KEY') === true) {
    return unusable(path, 'holds a private key, and verifying takes the public one', publish)
  }
  if (label !== 'PUBLIC KEY') return unusable(path, 'holds no public key in PEM', publish)
  const key = attempt(() => createPublicKey({ key: pem, format: 'pem' }))
  if (key === undefined) return unusable(path, 'holds a public key that can not be read', publish)
  return ofEd25519(path, key)
}

const makeOne = 'openssl genpkey -algorithm ed25519 -out private.pem makes one'
const publish = 'openssl pkey -in private.pem -pubout -out public.pem writes it'

/** Why a text with a label is read no further. RSA and EC keys are, to tell what they are: older ones have own labels. */
const whyForeign = (label: string | undefined): string | undefined => {
  if (label === undefined) return 'holds no PEM, or more than one'
  if (!label.endsWith('PRIVATE KEY')) return 'holds no private key'
  const known = /^(?:ENCRYPTED |RSA |EC |DSA )?PRIVATE KEY$/u.test(label)
  return known ? undefined : 'holds a private key in a form of its own program'
}

/** The label of the one PEM block of a text (RFC 7468); undefined where there is none, or several. */
const labelOf = (pem: string): string | undefined => {
  const [first, second] = [...pem.matchAll(/^-----BEGIN ([A-Z0-9 ]{1,60})-----\r?$/gmu)]
  return second === undefined ? first?.[1] : undefined
}

/** OpenSSL says in its own words what it can not read; they are of no use to whoever gave it. */
const attempt = (read: () => KeyObject): KeyObject | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

const ofEd25519 = (path: string, key: KeyObject): KeyRead =>
  key.asymmetricKeyType === 'ed25519'
    ? { key }
    : unusable(
        path,
        `holds a key of ${key.asymmetricKeyType ?? 'another kind'}, not of ed25519`,
        makeOne,
      )

const unusable = (path: string, says: string, hint?: string): KeyRead => ({
  problem: {
    code: 'KEY_UNUSABLE',
    message: `${path} ${says}`,
    ...(hint !== undefined && { hint }),
  },
})
