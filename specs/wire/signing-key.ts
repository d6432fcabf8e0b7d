import { hmacSha256 } from './sha256.ts'

/** So many keys are kept: a run has one secret or a few, and a day or two. */
const mostKeys = 100
const keys = new Map<string, Buffer>()

/**
 * The key that a secret, with its scheme's prefix, gives for a day and a place: each step keyed by the one before it (AWS
 * Signature Version 4, "Calculate the signature"; Tencent Cloud, "Signature method v3", step 3). It is the same for
 * all that is signed there, and kept.
 */
export function signingKey(secret: string, place: readonly [string, ...string[]]): Buffer {
  const name = JSON.stringify([secret, ...place])
  const known = keys.get(name)
  if (known !== undefined) return known
  const [day, ...rest] = place
  const key = rest.reduce<Buffer>(hmacSha256, hmacSha256(secret, day))
  if (keys.size >= mostKeys) keys.clear()
  keys.set(name, key)
  return key
}
