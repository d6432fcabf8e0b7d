import type { KeyRead } from '../../harness/certificate/read-keys.ts'
import { readText } from './read-text.ts'

/** Bytes of a key in PEM: one of ed25519 has some hundred. */
const keyLimit = 16 * 1024

/** A key from its file, by whoever can read one out of a text. */
export async function readKey(
  path: string,
  read: (path: string, pem: string) => KeyRead,
): Promise<KeyRead> {
  const text = await readText(path, keyLimit)
  return 'problem' in text ? { problem: text.problem } : read(path, text.text)
}
